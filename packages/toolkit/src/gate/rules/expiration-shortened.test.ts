import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { expirationShortened } from './expiration-shortened.ts'

const sending = (amqp: object) => onRabbit({ send: { bindings: { amqp } } })

test('reports a shorter time and allows a longer one', async () => {
  expect(
    await checkBothWays(expirationShortened, sending({ expiration: 60_000 }), sending({ expiration: 1000 })),
  ).toEqual({
    there: [
      'risky operation bus/shop/sendOrder: Operation "sendOrder" sends messages that expire after 1000 ms now and did after 60000 ms. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('reports messages that did not expire before, and allows that they do not any more', async () => {
  expect(await checkBothWays(expirationShortened, onRabbit(), sending({ expiration: 1000 }))).toEqual({
    there: [
      'risky operation bus/shop/sendOrder: Operation "sendOrder" sends messages that expire after 1000 ms now and did not expire. [consumer bus/crm]',
    ],
    back: [],
  })
})
