import { describe, expect, it } from 'vitest'
import type { CompatibilityConfig } from '../../model/config.ts'
import { checkTrees, type Files, findingsOf, versions } from '../testing/check-trees.ts'
import { orderBus } from '../testing/order-bus.ts'

const order = (properties: object = {}, required: readonly string[] = []): object => ({
  type: 'object',
  properties: { id: { type: 'string' }, ...properties },
  required: ['id', ...required],
})
const note = { note: { type: 'string' } }

async function changes(
  head: Files,
  base?: Files,
  config: Partial<CompatibilityConfig> = {},
): Promise<readonly string[]> {
  const report = await checkTrees(head, base, config)
  return report.changes.map(
    ({ thing, from, to, verdict, bump, findings }) =>
      `${thing.name} ${from}-${to} ${verdict} ${bump?.claimed}/${bump?.needed} ${findings.map(({ rule }) => rule).join()}`,
  )
}

describe('within a tree', () => {
  it('holds each version against the one before it in its major', async () => {
    const files = versions({
      '1.0.0': order(),
      '1.1.0': order(note),
      '1.2.0': order(note, ['note']),
      '2.0.0': { type: 'string' },
    })
    expect(await changes(files)).toEqual([
      'orders/order.created 1.1.0-1.2.0 breaking minor/major property-became-required',
    ])
  })

  it('holds it against every earlier one where the mode is transitive', async () => {
    // The property comes as a number, goes, and comes back as a text: each step for itself breaks no reader.
    const files = versions({
      '1.0.0': order({ note: { type: 'number' } }),
      '1.1.0': order(),
      '1.2.0': order({ note: { type: 'string' } }),
    })
    expect(await changes(files, undefined, { mode: 'BACKWARD' })).toEqual([])
    expect(await changes(files, undefined, { mode: 'BACKWARD_TRANSITIVE' })).toEqual([
      'orders/order.created 1.1.0-1.2.0 breaking minor/major type-narrowed',
    ])
  })

  it('takes a patch version at its word', async () => {
    const described = { ...order(), description: 'Words.' }
    expect(await changes(versions({ '1.0.0': order(), '1.0.1': described }))).toEqual([])
    expect(await changes(versions({ '1.0.0': order(), '1.0.1': order(note) }))).toEqual([
      'orders/order.created 1.0.0-1.0.1 breaking patch/minor patch-changes-messages',
    ])
  })

  it('says what a major version would have had to be called', async () => {
    const files = versions({ '1.0.0': order(), '2.0.0': order(note), '3.0.0': order(note, ['note']) })
    expect(await changes(files, {})).toEqual([
      'orders/order.created 1.0.0-2.0.0 compatible major/minor ',
      'orders/order.created 2.0.0-3.0.0 compatible major/major ',
    ])
  })

  it('compares no release with a pre-release', async () => {
    const files = versions({
      '1.0.0': order(),
      '1.1.0-rc.1': order(note),
      '1.1.0': order({ note: { type: 'integer' } }),
    })
    expect(await changes(files)).toEqual([])
  })

  it('proves a break with a message, and names who sends it and who refuses it', async () => {
    const report = await checkTrees(versions({ '1.0.0': order(), '1.1.0': order(note, ['note']) }))
    expect(findingsOf(report)).toMatchObject([
      {
        rule: 'required-property-added',
        direction: 'backward',
        place: { file: 'schemas/orders/order.created/1.1.0.json', pointer: '/properties/note' },
        witness: {
          value: { id: expect.any(String) },
          sentBy: 'orders/order.created 1.0.0',
          refusedBy: 'orders/order.created 1.1.0',
          at: '',
          error: "must have required property 'note'",
        },
      },
    ])
  })

  it('tells each of several breaks, with a witness of its own', async () => {
    const report = await checkTrees(
      versions({
        '1.0.0': order({ total: { type: 'number' }, status: { enum: ['new', 'paid'] } }),
        '1.1.0': order({ total: { type: 'integer' }, status: { enum: ['new'] } }, ['status']),
      }),
    )
    const id: unknown = expect.any(String)
    expect(findingsOf(report).map(({ rule, witness }) => [rule, witness?.value])).toEqual([
      ['property-became-required', { id }],
      ['type-narrowed', { id, total: 0.5 }],
      ['enum-value-removed', { id, status: 'paid' }],
    ])
  })
})

describe('with a base', () => {
  const released = versions({ '1.0.0': order() })

  it('looks only at what is new or changed', async () => {
    const broken = versions({ '1.0.0': order(), '1.1.0': order(note, ['note']) })
    expect(await changes(broken, broken)).toEqual([])
    expect(await changes({ ...broken, ...versions({ '1.2.0': order(note, ['note']) }) }, broken)).toEqual([
      'orders/order.created 1.1.0-1.2.0 compatible minor/patch ',
    ])
    expect(await changes(broken, released)).toEqual([
      'orders/order.created 1.0.0-1.1.0 breaking minor/major required-property-added',
    ])
  })

  it('holds a proposal to the mode of the base, and says that it promises less', async () => {
    const lax = { ...order(note, ['note']), 'x-compatibility': 'NONE' }
    expect(await changes(versions({ '1.0.0': order(), '1.1.0': lax }), released)).toEqual([
      'orders/order.created 1.0.0-1.1.0 breaking minor/major required-property-added',
      'orders/order.created FULL-NONE risky undefined/undefined compatibility-weakened',
    ])
  })

  it('tells a break of a version once, not again of the messages that carry it', async () => {
    const bus = (version: string): Files =>
      orderBus({ payload: { $ref: `../../schemas/orders/order.created/${version}.json` } })
    const head = { ...versions({ '1.0.0': order(), '1.1.0': order(note, ['note']) }), ...bus('1.1.0') }
    const report = await checkTrees(head, { ...released, ...bus('1.0.0') })
    expect(report.changes).toMatchObject([
      {
        thing: { kind: 'subject', name: 'orders/order.created' },
        findings: [{ hit: [{ role: 'publisher', applications: ['bus/shop'] }] }],
        parties: [{ application: 'bus/billing' }, { application: 'bus/shop' }],
      },
    ])
  })
})

describe('lists that may grow', () => {
  const status = (values: readonly string[], rest: object = {}): object =>
    order({ status: { type: 'string', enum: values, ...rest } })
  const grown = (rest: object = {}): Files =>
    versions({ '1.0.0': status(['new', 'paid'], rest), '1.1.0': status(['new', 'paid', 'sent'], rest) })

  it('break nobody who takes values that are not listed', async () => {
    expect(await changes(grown(), {})).toEqual([
      'orders/order.created 1.0.0-1.1.0 breaking minor/major enum-value-added',
    ])
    expect(await changes(grown({ 'x-extensible-enum': true }), {})).toEqual([
      'orders/order.created 1.0.0-1.1.0 compatible minor/minor ',
    ])
    const config = { 'concordat.config.json': { compatibility: { openEnums: true } } }
    expect(await changes({ ...grown(), ...config }, {})).toEqual([
      'orders/order.created 1.0.0-1.1.0 compatible minor/minor ',
    ])
  })

  it('still are what a publisher keeps to', async () => {
    const listed = order({ status: { type: 'string', 'x-extensible-enum': ['new', 'paid'] } })
    const closed = order({ status: { type: 'string', enum: ['paid', 'new'] } })
    expect(await changes(versions({ '1.0.0': listed, '1.1.0': closed }), {})).toEqual([
      'orders/order.created 1.0.0-1.1.0 compatible minor/patch ',
    ])
  })
})

describe('majors side by side', () => {
  const both = (second: object): Files => ({
    ...versions({ '1.0.0': order(), '2.0.0': order(note, ['note']) }),
    ...orderBus(
      {},
      {
        messages: {
          first: { name: 'OrderCreated', payload: { $ref: '../../schemas/orders/order.created/1.0.0.json' } },
          second: { payload: { $ref: '../../schemas/orders/order.created/2.0.0.json' }, ...second },
        },
      },
    ),
  })

  it('need a type or a channel of their own', async () => {
    expect(await changes(both({ name: 'OrderCreated' }))).toEqual([
      'bus/OrderCreated 1.0.0-2.0.0 breaking undefined/undefined majors-share-channel',
    ])
    expect(await changes(both({ name: 'OrderCreatedV2' }))).toEqual([])
  })
})
