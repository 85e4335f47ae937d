import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaRetentionShortened } from './kafka-retention-shortened.ts'

const topic = (topicConfiguration: object) => onKafka({ kafka: { topicConfiguration } })

test('reports a shorter retention and allows a longer one', async () => {
  const week = topic({ 'retention.ms': 604_800_000 })
  expect(await checkBothWays(kafkaRetentionShortened, week, topic({ 'retention.ms': 3_600_000 }))).toEqual({
    there: [
      'risky channel bus/orders: The retention.ms of topic "orders" is 3600000 and was 604800000. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('reports each limit, of bytes and of tombstones too', async () => {
  const limited = topic({ 'retention.ms': '1000', 'retention.bytes': 1000, 'delete.retention.ms': 1000 })
  expect((await checkBothWays(kafkaRetentionShortened, onKafka(), limited)).there).toHaveLength(3)
})

test('takes -1 for no limit', async () => {
  const forever = topic({ 'retention.ms': -1 })
  expect(await checkBothWays(kafkaRetentionShortened, forever, onKafka())).toEqual({
    there: [
      'risky channel bus/orders: The retention.ms of topic "orders" is not stated, so Kafka\'s default 604800000 holds and was -1. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows to state what holds anyway', async () => {
  const stated = topic({ 'retention.ms': 604_800_000, 'retention.bytes': -1 })
  expect(await checkBothWays(kafkaRetentionShortened, onKafka(), stated)).toEqual({ there: [], back: [] })
})
