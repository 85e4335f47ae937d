import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated, withMessage } from '../testing/sample-subject.ts'
import { schemaInvalid } from './schema-invalid.ts'

const total = 'schemas/orders/order.created/1.0.0.json#/properties/total'

test.each([
  [
    'an unknown keyword',
    { type: 'number', minimun: 1 },
    `${total}/minimun error: "minimun" is not a keyword of JSON Schema`,
  ],
  [
    'an invalid regular expression',
    { pattern: '(' },
    `${total}/pattern error: Invalid regular expression: /(/u: Unterminated group`,
  ],
  ['a type that is none', { type: 'money' }, `${total}/type error: "type" must be a type`],
])('reports %s at its place', async (_, schema, expected) => {
  const found = await checkRule(schemaInvalid, orderCreated({ '1.0.0': { properties: { total: schema } } }))
  expect(found).toEqual([expect.stringContaining(expected)])
})

test('reports schemas in messages, once where two refer to one', async () => {
  const files = {
    ...withMessage({ payload: { $ref: './shared.yaml#/order' }, headers: { $ref: './shared.yaml#/order' } }),
    'asyncapi/bus/shared.yaml': { order: { properties: { id: { tipe: 'string' } } } },
  }
  expect(await checkRule(schemaInvalid, files)).toEqual([
    'asyncapi/bus/shared.yaml#/order/properties/id/tipe error: "tipe" is not a keyword of JSON Schema',
  ])
})

test('allows own annotations, properties called like anything, and payloads in another schema language', async () => {
  const files = {
    ...orderCreated({
      '1.0.0': { 'x-owner': 'sales', properties: { minimun: { type: 'string' } }, examples: [] },
    }),
    ...withMessage({
      payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { type: 'record' } },
    }),
  }
  expect(await checkRule(schemaInvalid, files)).toEqual([])
})
