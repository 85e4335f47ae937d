import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaTimestampTypeChanged } from './kafka-timestamp-type-changed.ts'

const topic = (topicConfiguration: object) => onKafka({ kafka: { topicConfiguration } })

test('reports it in both directions', async () => {
  const stored = topic({ 'message.timestamp.type': 'LogAppendTime' })
  expect(await checkBothWays(kafkaTimestampTypeChanged, onKafka(), stored)).toEqual({
    there: [
      'risky channel bus/orders: The message.timestamp.type of topic "orders" is LogAppendTime and was not stated, so Kafka\'s default CreateTime held. [consumer bus/crm]',
    ],
    back: [
      'risky channel bus/orders: The message.timestamp.type of topic "orders" is not stated, so Kafka\'s default CreateTime holds and was LogAppendTime. [consumer bus/crm]',
    ],
  })
})

test('allows to state the default of Kafka', async () => {
  const created = topic({ 'message.timestamp.type': 'CreateTime' })
  expect(await checkBothWays(kafkaTimestampTypeChanged, onKafka(), created)).toEqual({ there: [], back: [] })
})
