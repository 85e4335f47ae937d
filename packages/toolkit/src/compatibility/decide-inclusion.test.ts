import { describe, expect, it } from 'vitest'
import type { Json } from '../model/catalog.ts'
import { decideInclusion } from './decide-inclusion.ts'

const node = (value: Json): Json => ({
  type: 'object',
  properties: { value, next: { $ref: '#' } },
  additionalProperties: false,
})

describe('decideInclusion', () => {
  it.each<[string, Json, Json]>([
    [
      'equal meaning in other words',
      { type: ['string', 'null'] },
      { anyOf: [{ type: 'null' }, { type: 'string' }] },
    ],
    [
      'a union by regions',
      { type: 'number' },
      { anyOf: [{ type: 'integer' }, { not: { type: 'integer' } }] },
    ],
    ['a wider recursive schema', node({ type: 'integer' }), node({ type: 'number' })],
    ['exact decimals', { multipleOf: 0.3 }, { multipleOf: 0.1 }],
    ['length of a pattern', { type: 'string', pattern: '^[A-Z]{3}$' }, { minLength: 3, maxLength: 3 }],
    ['an enumeration of properties', { propertyNames: { enum: ['a'] } }, { maxProperties: 1 }],
    ['no value at all', { type: 'array', items: false, minItems: 1 }, { type: 'string' }],
    [
      'a schema that only infinite values would satisfy',
      { type: 'object', required: ['a'], properties: { a: { $ref: '#' } } },
      false,
    ],
    ['a tuple that is too short', { items: false }, { prefixItems: [{ type: 'string' }], maxItems: 1 }],
    [
      'more elements that count',
      { contains: { const: 1 }, minContains: 2 },
      { contains: { type: 'integer' } },
    ],
  ])('proves %s', (_, a, b) => {
    expect(decideInclusion(a, b)).toEqual({ kind: 'included' })
  })

  it.each<[string, Json, Json]>([
    ['a new required property', { type: 'object' }, { type: 'object', required: ['x'] }],
    [
      'two branches of oneOf that overlap',
      { type: 'string' },
      { oneOf: [{ type: 'string' }, { maxLength: 5 }] },
    ],
    [
      'a pattern of names that is found in more names',
      { patternProperties: { '^x-': { type: 'string' } } },
      { patternProperties: { 'x-': { type: 'string' } } },
    ],
    ['a change deep in a recursive schema', node({ type: 'number' }), node({ type: 'integer' })],
  ])('shows a value that refutes %s', (_, a, b) => {
    expect(decideInclusion(a, b).kind).toBe('excluded')
  })

  it.each<[string, Json, Json, string, string]>([
    [
      'a pattern that is not regular',
      { type: 'string', pattern: '^(.)\\1$' },
      { minLength: 2 },
      'pattern',
      '',
    ],
    [
      'a keyword under a property',
      { type: 'object', properties: { a: { type: 'array', minItems: 1e9 } } },
      { properties: { a: { maxItems: 1e9 - 1 } } },
      'maxItems',
      '/properties/a',
    ],
    ['a schema that refers to itself', { $ref: '#' }, { type: 'string' }, '$ref', ''],
    [
      'an evaluation that goes on and on',
      { const: `${'ab'.repeat(50)}!` },
      { anyOf: [{ pattern: '^(a|b|ab)*\\1$' }] },
      'pattern',
      '/anyOf/0',
    ],
  ])('names the place that it could not decide: %s', (_, a, b, keyword, at) => {
    expect(decideInclusion(a, b)).toMatchObject({ kind: 'undecided', keyword, at })
  })

  it('says which reference it could not follow', () => {
    expect(decideInclusion({ type: 'string' }, { $ref: 'https://example.com/other' })).toMatchObject({
      kind: 'undecided',
      keyword: '$ref',
    })
  })
})
