import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { deliveryModeTransient } from './delivery-mode-transient.ts'

const sending = (amqp: object) => onRabbit({ send: { bindings: { amqp } } })

test('reports messages that are not stored any more, and not that they are', async () => {
  expect(
    await checkBothWays(deliveryModeTransient, sending({ deliveryMode: 2 }), sending({ deliveryMode: 1 })),
  ).toEqual({
    there: [
      'risky operation bus/shop/sendOrder: Operation "sendOrder" sends messages with deliveryMode 1 (transient) now. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows to leave it to the publisher, which stores messages', async () => {
  expect(await checkBothWays(deliveryModeTransient, sending({ deliveryMode: 2 }), onRabbit())).toEqual({
    there: [],
    back: [],
  })
})
