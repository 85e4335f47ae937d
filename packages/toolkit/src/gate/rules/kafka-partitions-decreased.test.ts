import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaPartitionsDecreased } from './kafka-partitions-decreased.ts'

const partitions = (count: number) => onKafka({ kafka: { partitions: count } })

test('reports fewer partitions to whoever deploys, and not more of them', async () => {
  expect(await checkBothWays(kafkaPartitionsDecreased, partitions(12), partitions(6))).toEqual({
    there: [
      'breaking channel bus/orders: Topic "orders" has 6 partitions now and had 12. [deployment bus/crm bus/shop]',
    ],
    back: [],
  })
})

test('says nothing where one side does not state how many there are', async () => {
  const { there, back } = await checkBothWays(kafkaPartitionsDecreased, partitions(12), onKafka())
  expect([there, back]).toEqual([[], []])
})
