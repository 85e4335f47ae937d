import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaMaxMessageBytesLowered } from './kafka-max-message-bytes-lowered.ts'

const topic = (topicConfiguration: object) => onKafka({ kafka: { topicConfiguration } })

test('reports a lower limit to the publishers and allows a higher one', async () => {
  const [large, small] = [5_000_000, 1000].map((bytes) => topic({ 'max.message.bytes': bytes }))
  expect(await checkBothWays(kafkaMaxMessageBytesLowered, large ?? {}, small ?? {})).toEqual({
    there: [
      'breaking channel bus/orders: The max.message.bytes of topic "orders" is 1000 and was 5000000. [publisher bus/shop]',
    ],
    back: [],
  })
})

test('compares with the default of Kafka where one side states nothing', async () => {
  const stated = topic({ 'max.message.bytes': 1_048_588 })
  expect(await checkBothWays(kafkaMaxMessageBytesLowered, onKafka(), stated)).toEqual({ there: [], back: [] })
})
