import { expect, test } from 'vitest'
import { checkRule } from '../testing/check-rule.ts'
import { sampleBus } from '../testing/sample-bus.ts'
import { deadLetterUnroutable } from './dead-letter-unroutable.ts'

function jobs(queueArguments: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  return checkRule(
    deadLetterUnroutable,
    sampleBus({
      exchanges: { orders: 'topic', dead: 'direct' },
      sends: { 'orders/order.created': 'OrderCreated', 'orders/order.paid': 'OrderPaid' },
      queues: {
        jobs: { bindings: ['orders/#'], arguments: queueArguments },
        failed: { bindings: ['dead/failed', 'dead/order.created'] },
      },
    }),
  )
}

test('reports an exchange that no channel declares', async () => {
  expect(await jobs({ 'x-dead-letter-exchange': 'graveyard' })).toEqual([
    'asyncapi/bus/channels.yaml#/channels/jobs error: Queue "jobs" sends its dead letters to exchange "graveyard", ' +
      'which no channel declares',
  ])
})

test('reports a key that is bound to no queue', async () => {
  const found = await jobs({ 'x-dead-letter-exchange': 'dead', 'x-dead-letter-routing-key': 'lost' })
  expect(found).toEqual([expect.stringContaining('by key "lost", which leads to no queue')])
})

test('reports messages whose own key is bound to no queue', async () => {
  const found = await jobs({ 'x-dead-letter-exchange': 'dead' })
  expect(found).toEqual([expect.stringContaining('under their own key, such as "order.paid"')])
})

test.each([
  ['a key that is bound', { 'x-dead-letter-exchange': 'dead', 'x-dead-letter-routing-key': 'failed' }],
  [
    'a queue by the default exchange',
    { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'failed' },
  ],
  ['a queue without dead letters', { 'x-dead-letter-routing-key': 'lost' }],
])('allows %s', async (_, queueArguments) => {
  expect(await jobs(queueArguments)).toEqual([])
})
