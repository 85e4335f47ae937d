import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus, type SampleQueue } from '../testing/sample-bus.ts'
import { queueMessageUnreachable } from './queue-message-unreachable.ts'

function crm(queue: SampleQueue): Promise<readonly string[]> {
  return checkRule(
    queueMessageUnreachable,
    sampleBus({
      exchanges: { orders: 'topic' },
      sends: { 'orders/order.created': 'OrderCreated', 'orders/order.item.added': 'ItemAdded' },
      queues: { crm: queue },
    }),
  )
}

test('reports a message that no binding brings', async () => {
  expect(await crm({ bindings: ['orders/order.created'], messages: ['OrderCreated', 'ItemAdded'] })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/crm error: Queue "crm" lists "ItemAdded", but no binding brings it',
  ])
})

test('reports a message that nobody sends', async () => {
  const found = await crm({ bindings: ['orders/order.created'], messages: ['OrderCreated', 'OrderLost'] })
  expect(found).toEqual([expect.stringContaining('"OrderLost"')])
})

test.each([
  ['a list of what comes', { bindings: ['orders/#'], messages: ['OrderCreated', 'ItemAdded'] }],
  [
    'what a narrow wildcard explains',
    { bindings: ['orders/order.*'], messages: ['OrderCreated', 'ItemAdded'] },
  ],
  [
    'what a binding without a publisher explains',
    { bindings: ['orders/order.lost'], messages: ['OrderLost'] },
  ],
  ['a queue whose bindings are not stated', { messages: ['OrderLost'] }],
])('leaves alone %s', async (_, queue) => {
  expect(await crm(queue)).toEqual([])
})
