import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus, type SampleQueue } from '../testing/sample-bus.ts'
import { ttlWithoutDeadLetter } from './ttl-without-dead-letter.ts'

function queues(list: Readonly<Record<string, SampleQueue>>): Promise<readonly string[]> {
  const sends = { 'orders/order.created': 'OrderCreated' }
  return checkRule(
    ttlWithoutDeadLetter,
    sampleBus({ exchanges: { orders: 'topic', dead: 'fanout' }, sends, queues: list }),
  )
}

const bindings = ['orders/#']

test('reports a queue that drops what waits too long', async () => {
  expect(await queues({ jobs: { bindings, arguments: { 'x-message-ttl': 5000 } } })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/jobs warning: Queue "jobs" drops messages after 5000 ms',
  ])
})

test('allows a dead-letter queue to forget', async () => {
  const found = await queues({
    jobs: { bindings, arguments: { 'x-message-ttl': 5000, 'x-dead-letter-exchange': 'dead' } },
    failed: { bindings: ['dead/'], arguments: { 'x-message-ttl': 86_400_000 } },
  })
  expect(found).toEqual([])
})

test.each([
  ['a queue without a time to live', { bindings }],
  [
    'a queue that ends with its consumer',
    { bindings, arguments: { 'x-message-ttl': 1 }, queue: { exclusive: true } },
  ],
])('allows %s', async (_, jobs) => {
  expect(await queues({ jobs })).toEqual([])
})
