import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { exchangeRenamed } from './exchange-renamed.ts'

const bound = (...exchanges: readonly string[]) =>
  exchanges.map((exchange) => ({ exchange, routingKey: 'order.#' }))

test('reports messages that go to an exchange to which nothing is bound', async () => {
  const renamed = onRabbit({ exchange: { name: 'shop' } })
  expect(await checkBothWays(exchangeRenamed, onRabbit(), renamed)).toEqual({
    there: [
      'breaking channel bus/created: Channel "created" is published to the exchange "shop" now and was to "orders". [consumer bus/crm]',
    ],
    back: [
      'breaking channel bus/created: Channel "created" is published to the exchange "orders" now and was to "shop". [consumer bus/crm]',
    ],
  })
})

test('calls it risky where the contract binds the queues to the new exchange', async () => {
  const renamed = onRabbit({ exchange: { name: 'shop' }, bindings: bound('shop') })
  expect(
    (await checkBothWays(exchangeRenamed, onRabbit({ bindings: bound('orders') }), renamed)).there,
  ).toEqual([
    'risky channel bus/created: Channel "created" is published to the exchange "shop" now and was to "orders". [consumer bus/crm]',
  ])
})

test('allows another binding to the same exchange', async () => {
  const more = onRabbit({ bindings: bound('orders', 'shop') })
  expect(await checkBothWays(exchangeRenamed, onRabbit({ bindings: bound('orders') }), more)).toEqual({
    there: [],
    back: [],
  })
})
