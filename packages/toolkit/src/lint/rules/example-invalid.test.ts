import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { orderCreated, withMessage } from '../testing/sample-subject.ts'
import { exampleInvalid } from './example-invalid.ts'

const version = 'schemas/orders/order.created/1.0.0.json'

function versionWith(schema: object): Promise<readonly string[]> {
  return checkRule(exampleInvalid, orderCreated({ '1.0.0': schema }))
}

test('reports an example that its schema refuses, at the value', async () => {
  expect(await versionWith({ examples: [{ total: 1 }, { total: 'a lot' }] })).toEqual([
    `${version}#/examples/1/total error: The example does not fit its schema at "/total": must be number`,
  ])
})

test('reports an undeclared property as a warning, since consumers ignore it', async () => {
  expect(await versionWith({ examples: [{ total: 1, currency: 'UAH' }] })).toEqual([
    `${version}#/examples/0/currency warning: The example does not fit its schema: the property "currency" is not declared`,
  ])
})

test('reports examples deep inside a schema, formats included', async () => {
  const properties = { at: { type: 'string', format: 'date', examples: ['2026-02-30'] } }
  expect(await versionWith({ properties, examples: [] })).toEqual([
    `${version}#/properties/at/examples/0 error: The example does not fit its schema: must match format "date"`,
  ])
})

test('reports examples of messages against the whole of what goes on the wire', async () => {
  const message = {
    headers: { type: 'object', properties: { trace: { type: 'string' } }, required: ['trace'] },
    payload: { allOf: [{ properties: { id: { const: 'a' } } }, { properties: { data: { enum: [1, 2] } } }] },
    examples: [
      { payload: { id: 'a', data: 1 }, headers: { trace: 't' } },
      { payload: { id: 'a', data: 3 }, headers: {} },
    ],
  }
  const place = 'asyncapi/bus/channels.yaml#/channels/orders/messages/orderCreated/examples/1'
  expect(await checkRule(exampleInvalid, withMessage(message))).toEqual([
    `${place}/payload/data error: The example does not fit its schema at "/data": must be one of 1, 2`,
    `${place}/headers error: The example does not fit its schema: must have required property 'trace'`,
  ])
})

test('allows a member of allOf to have an example of the whole', async () => {
  const allOf = [{ properties: { total: { type: 'number' } }, examples: [{ total: 1, note: 'x' }] }]
  expect(await versionWith({ properties: { note: { type: 'string' } }, allOf })).toEqual([])
})

test('allows undeclared properties where the schema lets them in', async () => {
  expect(await versionWith({ additionalProperties: true, examples: [{ currency: 'UAH' }] })).toEqual([])
})

test('says nothing about a schema that is invalid itself', async () => {
  expect(await versionWith({ tipe: 'object', examples: [1] })).toEqual([])
})

test('gives up on a pattern that backtracks without end', { timeout: 30_000 }, async () => {
  const properties = { name: { type: 'string', pattern: '^(a+)+$' } }
  const [found] = await versionWith({ properties, examples: [{ name: `${'a'.repeat(64)}!` }] })
  expect(found).toContain('takes more than a second to check')
})
