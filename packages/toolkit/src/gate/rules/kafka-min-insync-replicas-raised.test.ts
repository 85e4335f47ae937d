import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaMinInsyncReplicasRaised } from './kafka-min-insync-replicas-raised.ts'

const topic = (topicConfiguration: object) => onKafka({ kafka: { topicConfiguration } })

const inStep = (count: number) => topic({ 'min.insync.replicas': count })

test('reports when it is raised and leaves the other direction to its mirror', async () => {
  expect(await checkBothWays(kafkaMinInsyncReplicasRaised, inStep(1), inStep(2))).toEqual({
    there: [
      'risky channel bus/orders: The min.insync.replicas of topic "orders" is 2 and was 1. [publisher bus/shop]',
    ],
    back: [],
  })
})

test('allows to state the default of Kafka', async () => {
  const { there, back } = await checkBothWays(kafkaMinInsyncReplicasRaised, onKafka(), inStep(1))
  expect([there, back]).toEqual([[], []])
})
