import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaTopicRenamed } from './kafka-topic-renamed.ts'

test('reports another topic under the key of a channel to both sides', async () => {
  const renamed = onKafka({ kafka: { topic: 'orders.v2' } })
  expect(await checkBothWays(kafkaTopicRenamed, onKafka(), renamed)).toEqual({
    there: [
      'breaking channel bus/orders: Channel "orders" is the topic "orders.v2" now and was "orders". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking channel bus/orders: Channel "orders" is the topic "orders" now and was "orders.v2". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('allows another address beside the name of the topic, which the broker never sees', async () => {
  const { there, back } = await checkBothWays(
    kafkaTopicRenamed,
    onKafka(),
    onKafka({ channel: { address: 'other' }, kafka: { topic: 'orders' } }),
  )
  expect([there, back]).toEqual([[], []])
})

test('takes the address for the topic where the binding names none', async () => {
  const moved = onKafka({ channel: { address: 'other' } })
  expect((await checkBothWays(kafkaTopicRenamed, onKafka(), moved)).there).toEqual([
    'breaking channel bus/orders: Channel "orders" is the topic "other" now and was "orders". [consumer bus/crm, publisher bus/shop]',
  ])
})
