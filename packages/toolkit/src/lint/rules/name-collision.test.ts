import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { withMessage } from '../testing/sample-subject.ts'
import { nameCollision } from './name-collision.ts'

function named(first: string, second: string): Promise<readonly string[]> {
  return checkRule(nameCollision, {
    ...withMessage({ name: first }, 'asyncapi/bus/a.yaml'),
    ...withMessage({ name: second }, 'asyncapi/bus/b.yaml'),
  })
}

test('reports messages whose names differ only in case or punctuation', async () => {
  expect(await named('OrderCreated', 'order_created')).toEqual([
    'asyncapi/bus/b.yaml#/channels/orders/messages/orderCreated error: The messages "OrderCreated" and "order_created" ' +
      'differ only in case or punctuation',
  ])
})

test('reports subjects that would share a folder', async () => {
  const files = {
    'schemas/orders/order.created/1.0.0.json': {},
    'schemas/orders/order-created/1.0.0.json': {},
  }
  expect(await checkRule(nameCollision, files)).toEqual([expect.stringContaining('The subjects')])
})

test.each([
  ['names that differ in a letter', 'OrderCreated', 'OrderCreates'],
  ['one name twice, which another rule looks at', 'OrderCreated', 'OrderCreated'],
])('allows %s', async (_, first, second) => {
  expect(await named(first, second)).toEqual([])
})
