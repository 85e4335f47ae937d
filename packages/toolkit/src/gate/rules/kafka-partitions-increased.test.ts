import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaPartitionsIncreased } from './kafka-partitions-increased.ts'

const partitions = (count: number) => onKafka({ kafka: { partitions: count } })

test('reports more partitions to the consumers, and not fewer of them', async () => {
  expect(await checkBothWays(kafkaPartitionsIncreased, partitions(6), partitions(12))).toEqual({
    there: ['risky channel bus/orders: Topic "orders" has 12 partitions now and had 6. [consumer bus/crm]'],
    back: [],
  })
})

test('says nothing of a topic that came with its partitions or that never stated them', async () => {
  const other = onKafka({ channel: { address: 'other' }, kafka: { topic: 'other', partitions: 24 } })
  expect(await checkBothWays(kafkaPartitionsIncreased, onKafka(), partitions(12))).toEqual({
    there: [],
    back: [],
  })
  expect((await checkBothWays(kafkaPartitionsIncreased, onKafka(), other)).there).toEqual([])
})
