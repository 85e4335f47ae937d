import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaMinInsyncReplicasLowered } from './kafka-min-insync-replicas-lowered.ts'

const topic = (topicConfiguration: object) => onKafka({ kafka: { topicConfiguration } })

const inStep = (count: number) => topic({ 'min.insync.replicas': count })

test('reports when it is lowered and leaves the other direction to its mirror', async () => {
  expect(await checkBothWays(kafkaMinInsyncReplicasLowered, inStep(2), inStep(1))).toEqual({
    there: [
      'risky channel bus/orders: The min.insync.replicas of topic "orders" is 1 and was 2. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows to state the default of Kafka', async () => {
  const { there, back } = await checkBothWays(kafkaMinInsyncReplicasLowered, onKafka(), inStep(1))
  expect([there, back]).toEqual([[], []])
})
