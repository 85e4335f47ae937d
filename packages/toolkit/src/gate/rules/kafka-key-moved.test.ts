import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, onRabbit } from '../testing/samples.ts'
import { kafkaKeyMoved } from './kafka-key-moved.ts'

const keyed = (key?: string) => onKafka({ message: key === undefined ? {} : { 'x-key': key } })

test('reports another key to both sides', async () => {
  expect(await checkBothWays(kafkaKeyMoved, keyed('/user'), keyed('/order'))).toEqual({
    there: [
      'breaking message bus/OrderCreated: The key of message "OrderCreated" is "/order" now and was "/user". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking message bus/OrderCreated: The key of message "OrderCreated" is "/user" now and was "/order". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('reports a key that is gone and allows one that came: records without a key were in no order', async () => {
  expect(await checkBothWays(kafkaKeyMoved, keyed('/user'), keyed())).toEqual({
    there: [
      'breaking message bus/OrderCreated: The key of message "OrderCreated" is none now and was "/user". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [],
  })
})

test('says nothing about a message that is not on Kafka', async () => {
  const [one, other] = ['/user', '/order'].map((key) => onRabbit({ message: { 'x-key': key } }))
  expect(await checkBothWays(kafkaKeyMoved, one ?? {}, other ?? {})).toEqual({ there: [], back: [] })
})
