import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { mandatoryTurnedOff } from './mandatory-turned-off.ts'

const sending = (amqp: object) => onRabbit({ send: { bindings: { amqp } } })

test('reports that it is turned off, and not that it is turned on', async () => {
  expect(
    await checkBothWays(mandatoryTurnedOff, sending({ mandatory: true }), sending({ mandatory: false })),
  ).toEqual({
    there: [
      'risky operation bus/shop/sendOrder: Operation "sendOrder" sends messages without mandatory now. [publisher bus/shop]',
    ],
    back: [],
  })
})

test('takes an operation that says nothing to ask for it', async () => {
  expect(
    (await checkBothWays(mandatoryTurnedOff, onRabbit(), sending({ mandatory: false }))).there,
  ).toHaveLength(1)
  expect(await checkBothWays(mandatoryTurnedOff, sending({ mandatory: true }), onRabbit())).toEqual({
    there: [],
    back: [],
  })
})
