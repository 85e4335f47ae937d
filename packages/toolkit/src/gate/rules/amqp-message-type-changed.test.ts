import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { amqpMessageTypeChanged } from './amqp-message-type-changed.ts'

const typed = (messageType: string) => onRabbit({ message: { bindings: { amqp: { messageType } } } })

test('reports another value, in both directions', async () => {
  expect(await checkBothWays(amqpMessageTypeChanged, typed('order.created'), typed('order.placed'))).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the messageType "order.placed" now and had "order.created". [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the messageType "order.created" now and had "order.placed". [consumer bus/crm]',
    ],
  })
})

test('reports a value that is gone and allows one that came', async () => {
  expect(await checkBothWays(amqpMessageTypeChanged, typed('order.created'), onRabbit())).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has no messageType now and had "order.created". [consumer bus/crm]',
    ],
    back: [],
  })
})
