import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/catalog.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { openSchema } from '../graph/open-schema.ts'
import { explainRefusal, type Refusal } from './explain-refusal.ts'
import { relaxSchema } from './relax-schema.ts'

const card = {
  properties: { kind: { const: 'card' }, number: { type: 'string' } },
  required: ['kind', 'number'],
}
const cash = { properties: { kind: { const: 'cash' } }, required: ['kind'] }

const cases: readonly (readonly [string, Json, Json, Partial<Refusal>])[] = [
  ['a schema that allows nothing', false, 1, { keyword: 'false', at: '' }],
  ['an assertion', { type: 'string' }, 1, { keyword: 'type', at: '', instancePath: '' }],
  ['a missing property', { required: ['a', 'b'] }, { a: 1 }, { keyword: 'required', property: 'b' }],
  [
    'an assertion about a property',
    { properties: { a: { properties: { b: { minimum: 3 } } } } },
    { a: { b: 2 } },
    { keyword: 'minimum', at: '/properties/a/properties/b', instancePath: '/a/b' },
  ],
  [
    'an assertion about an item',
    { items: { maxLength: 1 } },
    ['a', 'bb'],
    { keyword: 'maxLength', at: '/items', instancePath: '/1' },
  ],
  [
    'a reference, by what it leads to',
    { $ref: '#/$defs/a', $defs: { a: { enum: [1] } } },
    2,
    { keyword: 'enum', at: '/$defs/a' },
  ],
  [
    'one of several parts',
    { allOf: [{ minimum: 1 }, { maximum: 2 }] },
    3,
    { keyword: 'maximum', at: '/allOf/1' },
  ],
  [
    'a property that is not declared',
    { properties: { a: true }, additionalProperties: false },
    { a: 1, b: 2 },
    { keyword: 'properties', at: '', instancePath: '', property: 'b' },
  ],
  [
    'a property that is ruled out',
    { properties: { a: false } },
    { a: 1 },
    { keyword: 'properties', at: '/properties/a', property: 'a' },
  ],
  [
    'an unevaluated property',
    { properties: { a: true }, unevaluatedProperties: false },
    { b: 1 },
    { keyword: 'unevaluatedProperties' },
  ],
  [
    'a union, where no branch is meant',
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    1,
    { keyword: 'anyOf', at: '' },
  ],
  [
    'the branch of a union that the tag of the value names',
    { oneOf: [card, cash] },
    { kind: 'card' },
    { keyword: 'required', at: '/oneOf/0', property: 'number' },
  ],
  [
    'a union of which several branches hold',
    { oneOf: [{ minimum: 1 }, { maximum: 9 }] },
    5,
    { keyword: 'oneOf', at: '' },
  ],
  [
    'the branch of a condition',
    JSON.parse('{"if":{"required":["a"]},"then":{"required":["b"]}}') as Json,
    { a: 1 },
    { keyword: 'required', at: '/then', property: 'b' },
  ],
  ['what is excluded', { not: { const: 1 } }, 1, { keyword: 'not', at: '' }],
  [
    'a dependency',
    { dependentRequired: { a: ['b'] } },
    { a: 1 },
    { keyword: 'dependentRequired', property: 'b' },
  ],
  [
    'the name of a property',
    { propertyNames: { maxLength: 1 } },
    { ab: 1 },
    { keyword: 'propertyNames', property: 'ab' },
  ],
  ['a count', { contains: { const: 1 }, maxContains: 1 }, [1, 1], { keyword: 'contains', at: '' }],
  [
    'a property with a name that every object inherits',
    { properties: { constructor: { type: 'string' } } },
    { constructor: 1 },
    { keyword: 'type', at: '/properties/constructor', instancePath: '/constructor' },
  ],
]

describe('explainRefusal', () => {
  it.each(cases)('names %s', (_, schema, value, refusal) => {
    expect(explainRefusal(openSchema(schema), value)).toMatchObject(refusal)
  })

  it('tells the way there as if references were written out', () => {
    const schema = { properties: { a: { $ref: '#/$defs/list' } }, $defs: { list: { items: { minimum: 1 } } } }
    expect(explainRefusal(openSchema(schema), { a: [0] })).toMatchObject({
      at: '/$defs/list/items',
      way: ['properties', 'a', 'items'],
    })
  })

  it('has nothing to say about a value that is allowed', () => {
    expect(explainRefusal(openSchema({ type: 'string' }), 'a')).toBeUndefined()
  })
})

describe('relaxSchema', () => {
  it.each(cases)('lets the value through that failed at %s', (_, schema, value) => {
    const refusal = explainRefusal(openSchema(schema), value)
    const relaxed = refusal && relaxSchema(schema, refusal)
    expect(relaxed !== undefined && evaluate(openSchema(relaxed), value)).toBe(true)
  })

  it('takes out no more than what failed', () => {
    const schema = { required: ['a', 'b'], properties: { a: { type: 'string' } } }
    const refusal = explainRefusal(openSchema(schema), { b: 1 })
    expect(refusal && relaxSchema(schema, refusal)).toEqual({ ...schema, required: ['b'] })
  })

  it('says where nothing can be taken out', () => {
    const refusal = { keyword: 'type', at: '/nowhere', way: [], instancePath: '', property: undefined }
    expect(relaxSchema({ type: 'string' }, refusal)).toBeUndefined()
  })
})
