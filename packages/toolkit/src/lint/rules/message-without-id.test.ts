import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { topics } from '../testing/sample-topics.ts'
import { messageWithoutId } from './message-without-id.ts'

const enveloped = {
  payload: {
    type: 'object',
    properties: { id: { type: 'string' }, data: { type: 'object' } },
    'x-concordat-envelope': { id: '/id', data: '/data' },
  },
}

function sent(messages: Readonly<Record<string, object>>): Promise<readonly string[]> {
  return checkRule(
    messageWithoutId,
    topics({ sender: { send: { orders: Object.keys(messages) } } }, { messages }),
  )
}

test('reports a message without an id beside others that have one', async () => {
  expect(await sent({ OrderCreated: enveloped, OrderPaid: {} })).toEqual([
    'asyncapi/bus/channels.yaml#/components/messages/OrderPaid warning: "OrderPaid" carries no id',
  ])
})

test.each([
  ['messages that all have an id', { OrderCreated: enveloped, OrderPaid: enveloped }],
  ['a system that knows no envelopes', { OrderCreated: {}, OrderPaid: {} }],
])('allows %s', async (_, messages) => {
  expect(await sent(messages)).toEqual([])
})
