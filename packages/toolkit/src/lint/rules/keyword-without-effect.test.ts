import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated } from '../testing/sample-subject.ts'
import { keywordWithoutEffect } from './keyword-without-effect.ts'

function total(schema: object): Promise<readonly string[]> {
  return checkRule(keywordWithoutEffect, orderCreated({ '1.0.0': { properties: { total: schema } } }))
}

const place = 'schemas/orders/order.created/1.0.0.json#/properties/total'

test('reports a keyword for values of another type', async () => {
  expect(await total({ type: 'integer', minLength: 3 })).toEqual([
    `${place}/minLength warning: "minLength" is about values of type string, and the type here is "integer"`,
  ])
})

test('reports a keyword without the one that it belongs to', async () => {
  expect(await total({ else: { minimum: 1 } })).toEqual([`${place}/else warning: "else" stands without "if"`])
})

test.each([
  ['one of several types', { type: ['null', 'integer'], minimum: 1 }],
  ['no type at all', { minLength: 3 }],
  ['a condition with one branch', { if: { minimum: 1 }, else: false }],
  ['properties that are called like keywords', { type: 'object', properties: { type: {}, minLength: {} } }],
])('allows %s', async (_, schema) => {
  expect(await total(schema)).toEqual([])
})
