import { expect, test } from 'vitest'
import { checkRule, type Files } from '../testing/check-rule.ts'
import { sampleBus, type SampleBus } from '../testing/sample-bus.ts'
import { topics } from '../testing/sample-topics.ts'
import { eventWithoutConsumer } from './event-without-consumer.ts'

const orders: SampleBus = {
  exchanges: { orders: 'topic' },
  sends: { 'orders/order.created': 'OrderCreated' },
}

const check = (files: Files): Promise<readonly string[]> => checkRule(eventWithoutConsumer, files)

test('reports a message that reaches no queue', async () => {
  const files = sampleBus({ ...orders, queues: { crm: { bindings: ['orders/order.paid'] } } })
  expect(await check(files)).toEqual([
    'asyncapi/bus/sender.yaml#/operations/send orders~1order.created warning: "sender" sends "OrderCreated", which ' +
      'reaches no queue from exchange "orders" with key "order.created"',
  ])
})

test('reports a message that reaches only a queue that nobody reads, dead letters not counted', async () => {
  const files = sampleBus({
    ...orders,
    exchanges: { orders: 'topic', dead: 'fanout' },
    queues: {
      audit: {
        bindings: ['orders/#'],
        messages: ['OrderCreated'],
        readers: [],
        arguments: { 'x-dead-letter-exchange': 'dead' },
      },
      failed: { bindings: ['dead/'], messages: ['OrderCreated'] },
    },
  })
  expect(await check(files)).toEqual([expect.stringContaining('it only reaches "audit"')])
})

test.each([
  ['a consumer behind a binding', { bindings: ['orders/order.*'], messages: ['OrderCreated'] }],
  ['a consumer whose bindings are not stated', { messages: ['OrderCreated'] }],
])('allows %s', async (_, crm) => {
  expect(await check(sampleBus({ ...orders, queues: { crm } }))).toEqual([])
})

test('says nothing where nobody is described who receives', async () => {
  expect(await check(sampleBus(orders))).toEqual([])
})

test('reports a topic that is read by nobody who takes the message', async () => {
  const files = topics({
    sender: { send: { orders: ['OrderCreated', 'OrderPaid'] } },
    reader: { receive: { orders: ['OrderCreated'] } },
  })
  expect(await check(files)).toEqual([
    'asyncapi/bus/sender.yaml#/operations/send orders warning: "sender" sends "OrderPaid", which no application receives',
  ])
})
