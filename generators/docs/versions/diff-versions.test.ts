import { describe, expect, it } from 'vitest'
import { plainText } from '../schema-tree/words.ts'
import { changelog, laterPairs, versionPairs } from './changelog.ts'
import { diffVersions, rememberDiffs, type VersionDiff } from './diff-versions.ts'
import { subjectOf } from './testing/subject-of.ts'

async function diff(before: object, after: object): Promise<VersionDiff> {
  const { catalog, subject } = await subjectOf({ '1.0.0': before, '1.1.0': after })
  const [from, to] = subject.versions
  if (from === undefined || to === undefined) throw new Error('two versions were expected')
  return diffVersions(catalog, from, to)
}

function told({ changes }: VersionDiff): readonly string[] {
  return changes.map(({ kind, where, lines }) => {
    const place = where.map(plainText).join(' › ')
    return `${kind} ${place === '' ? 'all' : place}: ${lines.map(plainText).join('; ')}`
  })
}

const order = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more })
const text = { type: 'string' }

describe('a diff of versions', () => {
  it('names properties that were added and removed, with all below them once', async () => {
    const found = await diff(
      order({ old: text, kept: text }),
      order({ kept: text, customer: order({ id: text }, { required: ['id'] }) }),
    )
    expect(told(found)).toEqual(['added customer: object, optional', 'removed old: string, optional'])
    expect(found.changes[0]?.path).toBe('customer')
  })

  it('says what else is different of a property, deep inside too', async () => {
    const before = order({
      status: { enum: ['new', 'paid'] },
      note: { ...text, maxLength: 10, format: 'uuid' },
      items: { type: 'array', items: order({ price: { type: 'integer' } }) },
      payment: { oneOf: [order({ type: { const: 'card' } }), order({ type: { const: 'cash' } })] },
    })
    const after = order(
      {
        status: { enum: ['paid', 'sent'] },
        note: { type: ['string', 'null'], maxLength: 20, deprecated: true, description: 'Words.' },
        items: { type: 'array', items: order({ price: { type: 'number' } }) },
        payment: {
          oneOf: [order({ type: { const: 'card' }, number: text }), order({ type: { const: 'wire' } })],
        },
      },
      { required: ['note'], additionalProperties: false },
    )
    expect(told(await diff(before, after))).toEqual([
      'changed all: no other properties',
      'changed status: may be "sent" too; is never "new" any more',
      'changed note: is required now; string became string or null; length at most 10 became at most 20; no longer: format uuid; deprecated now; other description',
      'changed items › each item › price: integer became number',
      'added payment › type "card" › number: string, optional',
      'added payment › type "wire": object',
      'removed payment › type "cash": object',
    ])
  })

  it('tells that a shared type was followed by another version of it', async () => {
    const files = {
      'schemas/common/money/1.0.0.json': JSON.stringify(order({ amount: text })),
      'schemas/common/money/2.0.0.json': JSON.stringify(order({ amount: { type: 'number' } })),
    }
    const total = (version: string): object =>
      order({ total: { $ref: `../../common/money/${version}.json` } })
    const { catalog, subject } = await subjectOf({ '1.0.0': total('1.0.0'), '1.1.0': total('2.0.0') }, files)
    const [from, to] = subject.versions
    expect(told(diffVersions(catalog, from!, to!))).toEqual([
      'changed total: common/money 1.0.0 became common/money 2.0.0',
      'changed total › amount: string became number',
    ])
  })

  it('says what the gate says, in both directions, with witnesses and who is hit', async () => {
    const { change } = await diff(order({ a: text }), order({ a: text, id: text }, { required: ['id'] }))
    expect(change).toMatchObject({
      verdict: 'breaking',
      bump: { claimed: 'minor', needed: 'major' },
      findings: [
        {
          rule: 'required-property-added',
          direction: 'backward',
          witness: {
            value: {},
            sentBy: 'orders/order.created 1.0.0',
            refusedBy: 'orders/order.created 1.1.0',
          },
          hit: [{ role: 'publisher', applications: [] }],
        },
      ],
    })
  })

  it('has nothing to tell where both say the same', async () => {
    const same = await diff(order({ id: text }), order({ id: text }))
    expect(told(same)).toEqual([])
    expect(same.change.verdict).toBe('compatible')
  })
})

describe('versions', () => {
  it('are told newest first, each against the one before it', async () => {
    const { catalog, subject } = await subjectOf({
      '1.0.0': order({}),
      '1.1.0': order({ a: text }),
      '2.0.0': order({ b: text }),
    })
    const entries = changelog(subject, rememberDiffs(catalog))
    expect(entries.map(({ version, diff }) => [version.version, diff?.from.version])).toEqual([
      ['2.0.0', '1.1.0'],
      ['1.1.0', '1.0.0'],
      ['1.0.0', undefined],
    ])
  })

  it('can be compared in any pair, those that follow each other first', async () => {
    const named = async (count: number): Promise<readonly string[]> => {
      const versions = Array.from({ length: count }, (_, index) => [`1.${index}.0`, order({})])
      const { subject } = await subjectOf(Object.fromEntries(versions))
      return versionPairs(subject).map(([from, to]) => `${from.version}-${to.version}`)
    }
    expect(await named(1)).toEqual([])
    expect(await named(4)).toEqual([
      '1.2.0-1.3.0',
      '1.1.0-1.2.0',
      '1.0.0-1.1.0',
      '1.1.0-1.3.0',
      '1.0.0-1.3.0',
      '1.0.0-1.2.0',
    ])
    expect(await named(13)).toHaveLength(12 + 11)
  })

  it('are compared with each later one where they are so many that a page of all pairs would be heavy', async () => {
    const versions = Array.from({ length: 13 }, (_, index) => [`1.${index}.0`, order({})])
    const { subject } = await subjectOf(Object.fromEntries(versions))
    const pairs = [...versionPairs(subject), ...subject.versions.flatMap((each) => laterPairs(subject, each))]
    expect(new Set(pairs.map(([from, to]) => `${from.version}-${to.version}`)).size).toBe((13 * 12) / 2)
    const { subject: small } = await subjectOf({ '1.0.0': order({}), '1.1.0': order({}) })
    expect(laterPairs(small, small.versions[0]!)).toEqual([])
  })
})
