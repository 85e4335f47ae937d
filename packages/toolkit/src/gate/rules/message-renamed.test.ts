import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { messageRenamed } from './message-renamed.ts'

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

test('reports another name where the type stays', async () => {
  expect(
    await checkBothWays(messageRenamed, typed('order.created'), typed('order.created', 'OrderPlaced')),
  ).toEqual({
    there: [
      'risky message bus/OrderPlaced: Message "OrderPlaced" was called "OrderCreated". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'risky message bus/OrderCreated: Message "OrderCreated" was called "OrderPlaced". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('leaves it to another rule where the type changes with it', async () => {
  expect(
    await checkBothWays(messageRenamed, onKafka(), onKafka({ message: { name: 'OrderPlaced' } })),
  ).toEqual({ there: [], back: [] })
})

test('allows another title', async () => {
  expect(await checkBothWays(messageRenamed, onKafka(), onKafka({ message: { title: 'An order' } }))).toEqual(
    { there: [], back: [] },
  )
})
