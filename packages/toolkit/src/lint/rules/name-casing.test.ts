import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { withMessage } from '../testing/sample-subject.ts'
import { nameCasing } from './name-casing.ts'

test('reports the name of a message that is not PascalCase, with a better one', async () => {
  expect(await checkRule(nameCasing, withMessage({ name: 'order_created' }))).toEqual([
    'asyncapi/bus/channels.yaml#/channels/orders/messages/orderCreated warning: The message is named "order_created", ' +
      'which is not PascalCase',
  ])
})

test('reports a subject in upper case', async () => {
  const found = await checkRule(nameCasing, { 'schemas/orders/OrderCreated/1.0.0.json': { type: 'object' } })
  expect(found).toEqual([expect.stringContaining('The subject is named "orders/OrderCreated"')])
})

test.each([
  ['PascalCase', { name: 'OrderCreatedV2' }],
  ['letters of any script', { name: 'ЗамовленняСтворено' }],
  ['a message without a name of its own', {}],
])('allows %s', async (_, message) => {
  expect(await checkRule(nameCasing, withMessage(message))).toEqual([])
})

test('allows dots and hyphens in subjects', async () => {
  const files = { 'schemas/order-items/order.item-added/1.0.0.json': { type: 'object' } }
  expect(await checkRule(nameCasing, files)).toEqual([])
})
