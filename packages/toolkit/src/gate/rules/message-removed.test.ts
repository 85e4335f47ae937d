import { expect, test } from 'vitest'
import { checkBothWays, TODAY } from '../testing/check-contract-rule.ts'
import { onKafka, onRabbit } from '../testing/samples.ts'
import { messageRemoved } from './message-removed.ts'

const withMessages = (messages: object, parts: object = {}) => onKafka({ channel: { messages }, ...parts })
const created = { name: 'OrderCreated' }
const deleted = { name: 'OrderDeleted' }

test('reports a message that is gone to who sends and who receives it', async () => {
  expect(
    await checkBothWays(messageRemoved, withMessages({ created, deleted }), withMessages({ created })),
  ).toEqual({
    there: [
      'breaking message bus/OrderDeleted: Message "OrderDeleted" is not in channel "orders" any more. [publisher bus/shop, consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows to remove a message that no operation sends or receives', async () => {
  const only = { messages: [{ $ref: '#/channels/orders/messages/created' }] }
  const base = withMessages({ created, deleted }, { send: only, receive: only })
  expect(await checkBothWays(messageRemoved, base, withMessages({ created }))).toEqual({
    there: [],
    back: [],
  })
})

test('hits only publishers where the channel is a queue', async () => {
  const queue = (messages: object) => onRabbit({ queueChannel: { messages } })
  expect((await checkBothWays(messageRemoved, queue({ created }), queue({ deleted }))).there).toEqual([
    'breaking message bus/OrderCreated: Message "OrderCreated" is not in channel "crm" any more. [publisher bus/shop]',
  ])
})

test('allows another key of the message', async () => {
  expect(
    await checkBothWays(messageRemoved, withMessages({ created }), withMessages({ orderCreated: created })),
  ).toEqual({ there: [], back: [] })
})

test('is risky from the announced day on', async () => {
  const announced = { ...deleted, 'x-deprecated': { removal: TODAY } }
  expect(
    (await checkBothWays(messageRemoved, withMessages({ created, announced }), withMessages({ created })))
      .there,
  ).toEqual([
    'risky message bus/OrderDeleted: Message "OrderDeleted" is not in channel "orders" any more. [publisher bus/shop, consumer bus/crm]',
  ])
})
