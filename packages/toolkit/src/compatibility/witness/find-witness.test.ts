import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/catalog.ts'
import { openBudget } from '../budget.ts'
import { openSchema } from '../graph/open-schema.ts'
import { openLanguages } from '../pattern/open-languages.ts'
import { classifySchemas } from '../prove/classify-schemas.ts'
import { findWitness } from './find-witness.ts'

function witness(a: Json, b: Json): Json | undefined {
  const [from, to] = [openSchema(a), openSchema(b)]
  const budget = openBudget(0)
  return findWitness(from, to, {
    classes: classifySchemas([from, to]),
    languages: openLanguages(budget),
    budget,
  })
}

describe('findWitness', () => {
  it.each<[string, Json, Json, Json]>([
    ['a property that became required', { type: 'object' }, { required: ['a'] }, {}],
    ['that nothing is allowed any longer', { const: 1 }, false, 1],
    ['a value that left an enum', { enum: ['a', 'b'] }, { enum: ['a'] }, 'b'],
    ['a bound that moved', { type: 'integer', maximum: 10 }, { maximum: 9 }, 10],
    [
      'a nested type that narrowed',
      { type: 'array', items: { type: 'number' } },
      { items: { type: 'integer' } },
      [0.5],
    ],
  ])('shows %s', (_, a, b, expected) => {
    expect(witness(a, b)).toEqual(expected)
  })

  it('finds a word that one pattern has and the other has not', () => {
    expect(witness({ type: 'string', pattern: '^[a-z]{3}$' }, { pattern: '^[a-y]*$' })).toMatch(
      /^[a-z]*z[a-z]*$/,
    )
  })

  it('finds nothing where nothing is', () => {
    expect(witness({ type: 'integer' }, { type: 'number' })).toBeUndefined()
  })
})
