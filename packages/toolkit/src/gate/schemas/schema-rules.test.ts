import { describe, expect, it } from 'vitest'
import { toTexts } from '../../lint/testing/check-rule.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import { createSchemaChecker } from '../../schema/schema-checker.ts'
import { checkTrees, findingsOf, versions } from '../testing/check-trees.ts'
import { schemaRules } from './schema-rules.ts'

interface RuleCase {
  /** The rule that breaks where `wide` becomes `narrow`, and the one that breaks the other way round. */
  readonly rules: readonly [backward: string, forward: string]
  readonly wide: object
  readonly narrow: object | false
  /** What looks like the narrow schema and keeps the promise to the wide one in both directions. */
  readonly nearMiss: object
}

const object = (properties: object, rest: object = {}): object => ({ type: 'object', properties, ...rest })
const value = (schema: object | boolean): object => object({ value: schema })
const letters = 'abc'.split('')

/** Each narrows something; the other direction widens it again. */
const cases: readonly RuleCase[] = [
  {
    rules: ['property-became-required', 'property-became-optional'],
    wide: object({ id: { type: 'string' }, note: { type: 'string' } }),
    narrow: object({ id: { type: 'string' }, note: { type: 'string' } }, { required: ['note'] }),
    nearMiss: object({ id: { type: 'string' }, note: { type: 'string', default: '' } }),
  },
  {
    rules: ['required-property-added', 'property-removed'],
    wide: object({ id: { type: 'string' } }),
    narrow: object({ id: { type: 'string' }, currency: { type: 'string' } }, { required: ['currency'] }),
    nearMiss: object({ id: { type: 'string' }, currency: { type: 'string' } }),
  },
  {
    rules: ['type-narrowed', 'type-widened'],
    wide: value({ type: ['string', 'null'] }),
    narrow: value({ type: 'string' }),
    nearMiss: value({ type: ['null', 'string'] }),
  },
  {
    rules: ['enum-value-removed', 'enum-value-added'],
    wide: value({ enum: letters }),
    narrow: value({ enum: ['a', 'b'] }),
    nearMiss: value({ enum: letters.toReversed() }),
  },
  {
    rules: ['constant-changed', 'constant-replaced'],
    wide: value({ enum: ['a', 'b'] }),
    narrow: value({ const: 'a' }),
    nearMiss: value({ anyOf: [{ const: 'b' }, { const: 'a' }] }),
  },
  {
    rules: ['range-narrowed', 'range-widened'],
    wide: value({ type: 'integer', minimum: 0 }),
    narrow: value({ type: 'integer', minimum: 1 }),
    nearMiss: value({ type: 'integer', exclusiveMinimum: -1 }),
  },
  {
    rules: ['multiple-narrowed', 'multiple-widened'],
    wide: value({ type: 'number', multipleOf: 0.01 }),
    narrow: value({ type: 'number', multipleOf: 0.1 }),
    nearMiss: value({ type: 'number', multipleOf: 1e-2 }),
  },
  {
    rules: ['length-narrowed', 'length-widened'],
    wide: value({ type: 'string', maxLength: 10 }),
    narrow: value({ type: 'string', maxLength: 5 }),
    nearMiss: value({ type: 'string', maxLength: 10, minLength: 0 }),
  },
  {
    rules: ['pattern-narrowed', 'pattern-widened'],
    wide: value({ type: 'string', pattern: '^[A-Z]{3}' }),
    narrow: value({ type: 'string', pattern: '^[A-Z]{3}$' }),
    nearMiss: value({ type: 'string', pattern: '^[A-Z][A-Z][A-Z]' }),
  },
  {
    rules: ['format-narrowed', 'format-widened'],
    wide: value({ type: 'string' }),
    narrow: value({ type: 'string', format: 'date-time' }),
    nearMiss: value({ type: 'string', format: 'a-format-that-nobody-knows' }),
  },
  {
    rules: ['item-count-narrowed', 'item-count-widened'],
    wide: value({ type: 'array', maxItems: 10 }),
    narrow: value({ type: 'array', maxItems: 3 }),
    nearMiss: value({ type: 'array', maxItems: 10, minItems: 0 }),
  },
  {
    rules: ['property-count-narrowed', 'property-count-widened'],
    wide: value({ type: 'object' }),
    narrow: value({ type: 'object', minProperties: 1 }),
    nearMiss: value({ type: 'object', minProperties: 0 }),
  },
  {
    rules: ['items-became-unique', 'items-became-repeatable'],
    wide: value({ type: 'array' }),
    narrow: value({ type: 'array', uniqueItems: true }),
    nearMiss: value({ type: 'array', uniqueItems: false }),
  },
  {
    rules: ['dependency-added', 'dependency-removed'],
    wide: object({ card: { type: 'string' }, holder: { type: 'string' } }),
    narrow: object(
      { card: { type: 'string' }, holder: { type: 'string' } },
      { dependencies: { card: ['holder'] } },
    ),
    nearMiss: object(
      { card: { type: 'string' }, holder: { type: 'string' } },
      { dependencies: { card: [] } },
    ),
  },
  {
    rules: ['property-names-narrowed', 'property-names-widened'],
    wide: value({ type: 'object', propertyNames: { maxLength: 20 } }),
    narrow: value({ type: 'object', propertyNames: { maxLength: 10 } }),
    nearMiss: value({ type: 'object', propertyNames: { maxLength: 20, minLength: 0 } }),
  },
  {
    rules: ['properties-closed', 'property-added-to-closed-object'],
    wide: object({ id: { type: 'string' }, note: { type: 'string' } }, { additionalProperties: false }),
    narrow: object({ id: { type: 'string' } }, { additionalProperties: false }),
    nearMiss: object({ note: { type: 'string' }, id: { type: 'string' } }, { additionalProperties: false }),
  },
  {
    rules: ['items-closed', 'items-opened'],
    wide: value({ type: 'array', items: [{ type: 'string' }, { type: 'string' }], additionalItems: false }),
    narrow: value({ type: 'array', items: [{ type: 'string' }], additionalItems: false }),
    nearMiss: value({ type: 'array', items: [{ type: 'string' }, { type: 'string' }], maxItems: 2 }),
  },
  {
    rules: ['contained-item-required', 'contained-item-dropped'],
    wide: value({ type: 'array', items: { enum: letters } }),
    narrow: value({ type: 'array', items: { enum: letters }, contains: { const: 'a' } }),
    nearMiss: value({ type: 'array', items: { enum: letters }, minItems: 0 }),
  },
  {
    rules: ['union-narrowed', 'union-widened'],
    wide: value({ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] }),
    narrow: value({ anyOf: [{ type: 'string' }, { type: 'integer' }] }),
    nearMiss: value({ type: ['integer', 'string', 'null'] }),
  },
  {
    rules: ['exclusion-added', 'exclusion-removed'],
    wide: value({ type: 'string' }),
    narrow: value({ type: 'string', not: { const: '' } }),
    nearMiss: value({ type: 'string', not: { type: 'integer' } }),
  },
  {
    rules: ['value-forbidden', 'value-permitted'],
    wide: {},
    narrow: false,
    nearMiss: { $comment: 'nothing' },
  },
]

async function broken(old: unknown, proposed: unknown): Promise<readonly string[]> {
  const report = await checkTrees(versions({ '1.0.0': old, '1.1.0': proposed }))
  return [...new Set(findingsOf(report).map(({ rule }) => rule))]
}

/** What the validators that are generated for both sides say about the witnesses of a change. */
async function verdictsOfValidators(old: unknown, proposed: unknown): Promise<readonly object[]> {
  const files = versions({ '1.0.0': old, '1.1.0': proposed })
  const catalog = await loadCatalog(memorySource(toTexts(files)))
  const checker = createSchemaChecker(catalog)
  const [before, now] = catalog.subjects.flatMap((subject) => subject.versions.map(({ schema }) => schema))
  if (before === undefined || now === undefined) throw new Error('two versions are two schemas')
  const found = findingsOf(await checkTrees(files)).map(async ({ direction, witness }) => {
    const [writes, reads] = direction === 'backward' ? [before, now] : [now, before]
    const value = witness?.value ?? null
    return {
      isSent: (await checker.failures(writes, 'write', value)).length === 0,
      isTaken: (await checker.failures(reads, 'read', value)).length === 0,
    }
  })
  return Promise.all(found)
}

describe.each(cases)('$rules', ({ rules: [backward, forward], wide, narrow, nearMiss }) => {
  it('breaks where a schema narrows, with a message that the old publisher sends', async () => {
    expect(await broken(wide, narrow)).toEqual([backward])
  })

  it('breaks where a schema widens, with a message that the new publisher sends', async () => {
    expect(await broken(narrow, wide)).toEqual([forward])
  })

  it('has witnesses that the generated publisher sends and the generated consumer refuses', async () => {
    for (const [old, proposed] of [
      [wide, narrow],
      [narrow, wide],
    ])
      expect(await verdictsOfValidators(old, proposed)).toEqual([{ isSent: true, isTaken: false }])
  })

  it('finds nothing about what only looks like a change, in either direction', async () => {
    expect(await broken(wide, nearMiss)).toEqual([])
    expect(await broken(nearMiss, wide)).toEqual([])
  })
})

it('has cases for every rule', () => {
  const covered = cases.flatMap(({ rules }) => rules).toSorted()
  expect(schemaRules.map(({ id }) => id)).toEqual(covered)
})

it.each(schemaRules.map((rule) => [rule.id, rule] as const))(
  '%s mirrors the rule that mirrors it',
  (_, rule) => {
    const mirror = schemaRules.find(({ id }) => id === rule.mirror)
    expect(mirror?.mirror).toBe(rule.id)
    expect(mirror?.direction).not.toBe(rule.direction)
  },
)
