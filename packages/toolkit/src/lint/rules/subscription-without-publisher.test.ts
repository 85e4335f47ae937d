import { expect, test } from 'vitest'
import { checkRule, type Files } from '../testing/check-rule.ts'
import { sampleBus, type SampleBus } from '../testing/sample-bus.ts'
import { topics } from '../testing/sample-topics.ts'
import { subscriptionWithoutPublisher } from './subscription-without-publisher.ts'

const orders: SampleBus = {
  exchanges: { orders: 'topic' },
  sends: { 'orders/order.created': 'OrderCreated', 'orders/order.{region}.paid': 'OrderPaid' },
}

const check = (files: Files): Promise<readonly string[]> => checkRule(subscriptionWithoutPublisher, files)

test('reports a binding that no published key takes', async () => {
  const files = sampleBus({ ...orders, queues: { crm: { bindings: ['orders/order.completed'] } } })
  expect(await check(files)).toEqual([
    'asyncapi/bus/channels.yaml#/channels/crm/bindings/amqp/x-bindings/0 error: Queue "crm" is bound to exchange ' +
      '"orders" by "order.completed", but no application publishes such a message',
  ])
})

test.each([
  ['a binding that a published key takes', 'orders/order.created'],
  ['a binding that one value of a parameter takes', 'orders/order.eu.paid'],
  ['a wildcard that some published key takes', 'orders/#'],
])('allows %s', async (_, binding) => {
  expect(await check(sampleBus({ ...orders, queues: { crm: { bindings: [binding] } } }))).toEqual([])
})

test('counts what comes through another exchange and as a dead letter', async () => {
  const files = sampleBus({
    ...orders,
    exchanges: { orders: 'topic', all: { type: 'fanout', bindings: ['orders/#'] }, dead: 'direct' },
    queues: {
      everything: { bindings: ['all/'], arguments: { 'x-dead-letter-exchange': 'dead' } },
      failed: { bindings: ['dead/order.created'] },
      lost: { bindings: ['dead/order.lost'] },
    },
  })
  expect(await check(files)).toEqual([expect.stringContaining('Queue "lost"')])
})

test('follows dead letters of a queue to which nobody knows what comes', async () => {
  const files = sampleBus({
    ...orders,
    exchanges: { orders: 'topic', dead: 'direct' },
    queues: {
      jobs: { arguments: { 'x-dead-letter-exchange': 'dead', 'x-dead-letter-routing-key': 'jobs' } },
      failed: { bindings: ['dead/jobs'] },
      crm: { bindings: ['orders/order.created'] },
    },
  })
  expect(await check(files)).toEqual([expect.stringContaining('"receiver" receives from queue "jobs"')])
})

test('says nothing where nobody is described who publishes', async () => {
  expect(await check(sampleBus({ queues: { crm: { bindings: ['orders/order.completed'] } } }))).toEqual([])
})

test('reports a topic that nobody sends to, and a message that nobody sends there', async () => {
  const files = topics({
    sender: { send: { orders: ['OrderCreated'] } },
    reader: { receive: { orders: ['OrderCreated', 'OrderLost'], payments: ['Paid'] } },
  })
  expect(await check(files)).toEqual([
    'asyncapi/bus/reader.yaml#/operations/receive orders error: "reader" receives from "orders", where nobody sends "OrderLost"',
    'asyncapi/bus/reader.yaml#/operations/receive payments error: "reader" receives from "payments", to which no application sends',
  ])
})

test('only warns where the applications meet on no topic', async () => {
  const files = topics({
    sender: { send: { orders: ['OrderCreated'] } },
    reader: { receive: { payments: ['Paid'] } },
  })
  expect(await check(files)).toEqual([
    'asyncapi/bus/reader.yaml#/operations/receive payments warning: "reader" receives from "payments", to which no application sends',
  ])
})

test('allows a topic that dead letters are written to', async () => {
  const files = topics({
    sender: { send: { orders: ['OrderCreated'] } },
    reader: { receive: { orders: ['OrderCreated'] }, deadLetterTopic: 'orders.dlq' },
    undertaker: { receive: { 'orders.dlq': ['OrderCreated'] } },
  })
  expect(await check(files)).toEqual([])
})
