import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { operationMessageRemoved } from './operation-message-removed.ts'

const messages = { orderCreated: { name: 'OrderCreated' }, orderDeleted: { name: 'OrderDeleted' } }
const only = (...keys: readonly string[]) => ({
  messages: keys.map((key) => ({ $ref: `#/channels/orders/messages/${key}` })),
})
const sending = (...keys: readonly string[]) => onKafka({ channel: { messages }, send: only(...keys) })
const receiving = (...keys: readonly string[]) => onKafka({ channel: { messages }, receive: only(...keys) })

test('reports a message that is not sent any more to who receives it', async () => {
  expect(
    await checkBothWays(
      operationMessageRemoved,
      sending('orderCreated', 'orderDeleted'),
      sending('orderCreated'),
    ),
  ).toEqual({
    there: [
      'breaking operation bus/shop/sendOrder: Operation "sendOrder" does not send "OrderDeleted" any more. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('reports a message that is not received any more to who sends it', async () => {
  expect(
    (
      await checkBothWays(
        operationMessageRemoved,
        onKafka({ channel: { messages } }),
        receiving('orderCreated'),
      )
    ).there,
  ).toEqual([
    'breaking operation bus/crm/receiveOrder: Operation "receiveOrder" does not receive "OrderDeleted" any more. [publisher bus/shop]',
  ])
})

test('allows a list of all that the channel has in the place of none', async () => {
  expect(
    await checkBothWays(
      operationMessageRemoved,
      onKafka({ channel: { messages } }),
      sending('orderDeleted', 'orderCreated'),
    ),
  ).toEqual({ there: [], back: [] })
})

test('leaves a message that is gone from the channel to the rule for that', async () => {
  expect(
    (await checkBothWays(operationMessageRemoved, onKafka({ channel: { messages } }), onKafka())).there,
  ).toEqual([])
})
