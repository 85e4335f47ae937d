import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/catalog.ts'
import { openSchema } from '../graph/open-schema.ts'
import { classifySchemas } from './classify-schemas.ts'

function areOneClass(a: Json, b: Json): boolean {
  const [from, to] = [openSchema(a), openSchema(b)]
  const { classOf } = classifySchemas([from, to])
  return classOf.get(from) === classOf.get(to)
}

const list = (value: Json, next: string): Json => ({
  $ref: '#/$defs/list',
  $defs: { list: { properties: { value, next: { $ref: next } } } },
})

describe('classifySchemas', () => {
  it.each<[string, Json, Json]>([
    ['keywords in another order', { type: 'string', minLength: 1 }, { minLength: 1, type: 'string' }],
    ['members of a constant in another order', { const: { a: 1, b: 2 } }, { const: { b: 2, a: 1 } }],
    ['annotations', { type: 'string', title: 'A' }, { type: 'string', description: 'B' }],
    ['recursive schemas', list({ type: 'string' }, '#/$defs/list'), list({ type: 'string' }, '#/$defs/list')],
    [
      'drafts that say the same',
      { minLength: 1 },
      { $schema: 'http://json-schema.org/draft-07/schema#', minLength: 1 },
    ],
  ])('finds equal: %s', (_, a, b) => {
    expect(areOneClass(a, b)).toBe(true)
  })

  it.each<[string, Json, Json]>([
    ['constants', { const: { a: 1 } }, { const: { a: 2 } }],
    ['constants that look like schemas', { const: { at: 1, draft: 2 } }, { const: { at: 2, draft: 2 } }],
    ['a name with a space and two names', { required: ['a b'] }, { required: ['a', 'b'] }],
    ['recursive schemas', list({ type: 'string' }, '#/$defs/list'), list({ type: 'number' }, '#/$defs/list')],
    [
      'whether contains evaluates elements',
      { contains: {}, unevaluatedItems: false },
      { $schema: 'https://json-schema.org/draft/2019-09/schema', contains: {}, unevaluatedItems: false },
    ],
  ])('keeps apart: %s', (_, a, b) => {
    expect(areOneClass(a, b)).toBe(false)
  })
})
