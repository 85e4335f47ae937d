import type { Json } from '../../model/catalog.ts'
import type { Choices } from './random-schemas.ts'

/** Two schemas of which it is known by construction that the one allows more than the other. */
export interface Mutation {
  readonly how: string
  readonly narrow: Json
  readonly wide: Json
}

const object = (properties: Json, required: readonly string[], rest: object = {}): Json => ({
  type: 'object',
  properties,
  required,
  ...rest,
})
const a: Json = { type: 'string' }
const b: Json = { type: 'integer' }

/** None of them allows a boolean, which the places below rely on. */
const changes: readonly Mutation[] = [
  {
    how: 'a bound was raised',
    narrow: { type: 'integer', maximum: 10 },
    wide: { type: 'integer', maximum: 11 },
  },
  { how: 'a bound was dropped', narrow: { type: 'number', minimum: 0 }, wide: { type: 'number' } },
  {
    how: 'a bound came to be included',
    narrow: { type: 'number', exclusiveMinimum: 0 },
    wide: { type: 'number', minimum: 0 },
  },
  {
    how: 'a step became finer',
    narrow: { type: 'number', multipleOf: 0.3 },
    wide: { type: 'number', multipleOf: 0.1 },
  },
  { how: 'integers became numbers', narrow: { type: 'integer' }, wide: { type: 'number' } },
  { how: 'null was added', narrow: { type: 'string' }, wide: { type: ['string', 'null'] } },
  {
    how: 'a length was raised',
    narrow: { type: 'string', maxLength: 5 },
    wide: { type: 'string', maxLength: 6 },
  },
  {
    how: 'a pattern was widened',
    narrow: { type: 'string', pattern: '^[a-c]{2}$' },
    wide: { type: 'string', pattern: '^[a-d]{2,3}$' },
  },
  { how: 'a pattern was dropped', narrow: { type: 'string', pattern: '^a' }, wide: { type: 'string' } },
  { how: 'an enum value was added', narrow: { enum: ['a', 'b'] }, wide: { enum: ['b', 'c', 'a'] } },
  { how: 'a constant became an enum', narrow: { const: 1 }, wide: { enum: [1, null] } },
  {
    how: 'an optional property was added to a closed object',
    narrow: object({ a }, ['a'], { additionalProperties: false }),
    wide: object({ a, b }, ['a'], { additionalProperties: false }),
  },
  {
    how: 'an optional property was dropped from an open object',
    narrow: object({ a, b }, ['a']),
    wide: object({ a }, ['a']),
  },
  { how: 'a property became optional', narrow: object({ a, b }, ['a', 'b']), wide: object({ a, b }, ['a']) },
  {
    how: 'an object was opened',
    narrow: object({ a }, [], { additionalProperties: false }),
    wide: object({ a }, [], { additionalProperties: b }),
  },
  {
    how: 'a dependency was dropped',
    narrow: object({ a, b }, [], { dependentRequired: { a: ['b'] } }),
    wide: object({ a, b }, []),
  },
  {
    how: 'more items were allowed',
    narrow: { type: 'array', items: a, maxItems: 2 },
    wide: { type: 'array', items: a, maxItems: 3 },
  },
  {
    how: 'items may repeat',
    narrow: { type: 'array', items: b, uniqueItems: true },
    wide: { type: 'array', items: b },
  },
  {
    how: 'less must be contained',
    narrow: { type: 'array', contains: { const: 1 }, minContains: 2 },
    wide: { type: 'array', contains: { const: 1 } },
  },
  { how: 'a branch was added', narrow: { anyOf: [a, b] }, wide: { anyOf: [b, { type: 'array' }, a] } },
  { how: 'a condition was dropped', narrow: { allOf: [a, { minLength: 2 }] }, wide: { allOf: [a] } },
]

type Place = (inner: Json) => Json

/** Where more inside is more outside: every place makes a value of its own for a value of what it holds. */
const places: readonly Place[] = [
  (inner) => object({ p: inner, q: { type: 'string' } }, ['p']),
  (inner) => object({ p: inner, q: { enum: ['x', 'y'] } }, ['q']),
  (inner) => ({ type: 'array', items: inner }),
  (inner) => ({ type: 'array', items: inner, minItems: 2 }),
  (inner) => ({ type: 'array', prefixItems: [{ type: 'integer' }, inner] }),
  (inner) => object({ q: { type: 'null' } }, [], { additionalProperties: inner }),
  (inner) => object({}, [], { patternProperties: { '^x-': inner } }),
  (inner) => ({ allOf: [inner, { description: 'as it is' }] }),
  (inner) => ({ anyOf: [{ type: 'boolean' }, inner] }),
  (inner) => ({ oneOf: [{ const: true }, inner] }),
  (inner) => ({ not: { not: inner } }),
  (inner) => ({ if: { type: 'boolean' }, else: inner }),
]

/** A change somewhere inside a schema. */
export function randomMutation(choices: Choices): Mutation {
  const change = choices.oneOf(changes)
  let { narrow, wide } = change
  for (let depth = choices.below(5); depth > 0; depth--) {
    const place = choices.oneOf(places)
    ;[narrow, wide] = [place(narrow), place(wide)]
  }
  if (choices.below(4) > 0) return { how: change.how, narrow, wide }
  // What allows more refuses less.
  return { how: `${change.how}, in what is not allowed`, narrow: { not: wide }, wide: { not: narrow } }
}
