import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { messageTypeChanged } from './message-type-changed.ts'

const typed = (type: string, name = 'OrderCreated') =>
  onKafka({
    message: {
      name,
      payload: {
        'x-concordat-envelope': { type: '/type', data: '/data' },
        type: 'object',
        properties: { type: { const: type }, data: { type: 'object' } },
      },
    },
  })

test('reports another constant in the envelope', async () => {
  expect(await checkBothWays(messageTypeChanged, typed('order.created'), typed('order.placed'))).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the type "order.placed" now and had "order.created". [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the type "order.created" now and had "order.placed". [consumer bus/crm]',
    ],
  })
})

test('takes the name for the type where the envelope has none', async () => {
  expect(
    (await checkBothWays(messageTypeChanged, onKafka(), onKafka({ message: { name: 'OrderPlaced' } }))).there,
  ).toEqual([
    'breaking message bus/OrderPlaced: Message "OrderPlaced" has the type "OrderPlaced" now and had "OrderCreated". [consumer bus/crm]',
  ])
})

test('allows another name where the envelope has a type', async () => {
  expect(
    await checkBothWays(messageTypeChanged, typed('order.created'), typed('order.created', 'OrderPlaced')),
  ).toEqual({ there: [], back: [] })
})
