import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/catalog.ts'
import { BudgetExceeded, openBudget } from '../budget.ts'
import { openSchema } from '../graph/open-schema.ts'
import { evaluate } from './evaluate.ts'

const DRAFT_2019 = 'https://json-schema.org/draft/2019-09/schema'

describe('evaluate', () => {
  it.each<[string, Json, Json, boolean]>([
    ['takes 0.3 for a multiple of 0.1', { multipleOf: 0.1 }, 0.3, true],
    ['takes 1e308 for no multiple of 0.7', { multipleOf: 0.7 }, 1e308, false],
    ['takes 1.1 for a multiple of 1e-7', { multipleOf: 1e-7 }, 1.1, true],
    ['counts code points', { minLength: 2 }, '💩', false],
    ['takes only own members for properties', { required: ['toString'] }, {}, false],
    ['takes false and 0 for different', { uniqueItems: true }, [false, 0], true],
    ['takes members in any order for equal', { const: { a: 1, b: [2] } }, { b: [2], a: 1 }, true],
    ['finds a pattern anywhere', { pattern: 'b' }, 'abc', true],
    ['lets contains find nothing when it may', { contains: { const: 1 }, minContains: 0 }, [], true],
    ['passes what contains found', { contains: { const: 1 }, unevaluatedItems: false }, [1], true],
    [
      'does not pass it in 2019-09',
      { $schema: DRAFT_2019, contains: { const: 1 }, unevaluatedItems: false },
      [1],
      false,
    ],
    [
      'counts what every branch evaluated',
      { anyOf: [{ properties: { a: true } }, { properties: { b: true } }], unevaluatedProperties: false },
      { a: 1, b: 1 },
      true,
    ],
    [
      'forgets what a refused branch evaluated',
      { not: { required: ['a'] }, unevaluatedProperties: false },
      { b: 1 },
      false,
    ],
    ['treats format as an annotation', { format: 'date' }, 'soon', true],
  ])('%s', (_, schema, value, isValid) => {
    expect(evaluate(openSchema(schema), value)).toBe(isValid)
  })

  it('stops at a reference that leads only to itself', () => {
    expect(() => evaluate(openSchema({ allOf: [{ $ref: '#' }] }), 1)).toThrow(BudgetExceeded)
  })

  it('stops when the steps are used up', () => {
    const schema = openSchema({ items: { type: 'integer' } })
    expect(() => evaluate(schema, [1, 2, 3], { budget: openBudget(3) })).toThrow(BudgetExceeded)
  })

  it('matches a regular pattern on any text without trying all ways', () => {
    const schema = openSchema({ pattern: '^(a+)+$' })
    expect(evaluate(schema, 'a'.repeat(10_000))).toBe(true)
    expect(evaluate(schema, `${'a'.repeat(10_000)}!`)).toBe(false)
  })

  it('refuses to match a slow pattern that is not regular on a long text', () => {
    const schema = openSchema({ pattern: '^(a+)+\\1$' })
    expect(evaluate(schema, 'aa')).toBe(true)
    expect(() => evaluate(schema, `${'a'.repeat(40)}!`)).toThrow('too long')
  })
})
