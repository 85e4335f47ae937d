import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { ccRemoved } from './cc-removed.ts'

const sending = (amqp: object) => onRabbit({ send: { bindings: { amqp } } })

test('reports a key that is gone and allows one that came', async () => {
  expect(
    await checkBothWays(
      ccRemoved,
      sending({ cc: ['audit.orders', 'all'], bcc: ['shadow'] }),
      sending({ cc: ['all'] }),
    ),
  ).toEqual({
    there: [
      'breaking operation bus/shop/sendOrder: Operation "sendOrder" does not send under "audit.orders" and "shadow" any more. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows to leave away what is the routing key of the channel anyway, and another order', async () => {
  expect(await checkBothWays(ccRemoved, sending({ cc: ['order.created'] }), onRabbit())).toEqual({
    there: [],
    back: [],
  })
  expect(await checkBothWays(ccRemoved, sending({ cc: ['a', 'b'] }), sending({ cc: ['b', 'a'] }))).toEqual({
    there: [],
    back: [],
  })
})
