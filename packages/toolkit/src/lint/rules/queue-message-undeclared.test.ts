import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus, type SampleQueue } from '../testing/sample-bus.ts'
import { queueMessageUndeclared } from './queue-message-undeclared.ts'

function crm(queue: SampleQueue): Promise<readonly string[]> {
  return checkRule(
    queueMessageUndeclared,
    sampleBus({
      exchanges: { orders: 'topic' },
      sends: { 'orders/order.created': 'OrderCreated', 'orders/order.{region}.paid': 'OrderPaid' },
      queues: { crm: queue },
    }),
  )
}

test('reports a message that a binding brings and the channel does not list', async () => {
  expect(await crm({ bindings: ['orders/order.#'], messages: ['OrderPaid'] })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/crm error: Queue "crm" gets "OrderCreated" by key "order.created", but its ' +
      'channel does not list it',
  ])
})

test('reports a message that comes for one value of a parameter', async () => {
  const found = await crm({
    bindings: ['orders/order.created', 'orders/order.eu.paid'],
    messages: ['OrderCreated'],
  })
  expect(found).toEqual([expect.stringContaining('"OrderPaid"')])
})

test.each([
  ['a list of all that comes', { bindings: ['orders/#'], messages: ['OrderCreated', 'OrderPaid'] }],
  ['a narrow binding', { bindings: ['orders/order.created'], messages: ['OrderCreated'] }],
  ['a channel that says nothing and that nobody reads', { bindings: ['orders/#'], readers: [] }],
])('allows %s', async (_, queue) => {
  expect(await crm(queue)).toEqual([])
})
