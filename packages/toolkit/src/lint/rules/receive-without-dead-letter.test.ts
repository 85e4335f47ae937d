import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus, type SampleQueue } from '../testing/sample-bus.ts'
import { topics } from '../testing/sample-topics.ts'
import { receiveWithoutDeadLetter } from './receive-without-dead-letter.ts'

const stated = { 'x-queue-type': 'quorum' }

function queues(list: Readonly<Record<string, SampleQueue>>): Promise<readonly string[]> {
  const sends = { 'orders/order.created': 'OrderCreated' }
  return checkRule(
    receiveWithoutDeadLetter,
    sampleBus({ exchanges: { orders: 'topic', dead: 'fanout' }, sends, queues: list }),
  )
}

test('reports a queue without a dead-letter exchange', async () => {
  expect(await queues({ jobs: { bindings: ['orders/#'], arguments: stated } })).toEqual([
    'asyncapi/bus/receiver.yaml#/operations/receive jobs warning: "receiver" receives from "jobs", which has no place ' +
      'for dead letters',
  ])
})

test('allows a queue that has one, and the dead-letter queue itself', async () => {
  const found = await queues({
    jobs: { bindings: ['orders/#'], arguments: { 'x-dead-letter-exchange': 'dead' } },
    failed: { bindings: ['dead/'] },
  })
  expect(found).toEqual([])
})

test.each([
  ['a queue that ends with its consumer', { arguments: stated, queue: { autoDelete: true } }],
  ['contracts that say nothing about delivery', { bindings: ['orders/#'] }],
])('allows %s', async (_, jobs) => {
  expect(await queues({ jobs })).toEqual([])
})

test('reports a topic without a dead-letter topic, beside others that have one', async () => {
  const files = topics({
    careful: { receive: { orders: ['OrderCreated'] }, deadLetterTopic: 'orders.dlq' },
    undertaker: { receive: { 'orders.dlq': ['OrderCreated'] } },
    careless: { receive: { orders: ['OrderCreated'] } },
  })
  expect(await checkRule(receiveWithoutDeadLetter, files)).toEqual([
    expect.stringContaining('"careless" receives from "orders"'),
  ])
})
