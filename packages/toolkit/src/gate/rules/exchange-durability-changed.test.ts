import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { exchangeDurabilityChanged } from './exchange-durability-changed.ts'

test('reports an exchange that does not survive a restart any more, and the reverse', async () => {
  const transient = onRabbit({ exchange: { durable: false } })
  expect(await checkBothWays(exchangeDurabilityChanged, onRabbit(), transient)).toEqual({
    there: [
      'breaking channel bus/orders: Exchange "orders" has durable false now and had true. [deployment bus/crm bus/shop]',
    ],
    back: [
      'breaking channel bus/orders: Exchange "orders" has durable true now and had false. [deployment bus/crm bus/shop]',
    ],
  })
})

test('reports one that deletes itself', async () => {
  const passing = onRabbit({ exchange: { autoDelete: true } })
  expect((await checkBothWays(exchangeDurabilityChanged, onRabbit(), passing)).there).toEqual([
    'breaking channel bus/orders: Exchange "orders" has autoDelete true now and had false. [deployment bus/crm bus/shop]',
  ])
})

test('allows to state what holds anyway', async () => {
  const stated = onRabbit({ exchange: { durable: true, autoDelete: false } })
  expect(await checkBothWays(exchangeDurabilityChanged, onRabbit(), stated)).toEqual({ there: [], back: [] })
})
