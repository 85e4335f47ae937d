import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { exchangeTypeChanged } from './exchange-type-changed.ts'

test('reports another type in both directions', async () => {
  const fanout = onRabbit({ exchange: { type: 'fanout' } })
  expect(await checkBothWays(exchangeTypeChanged, onRabbit(), fanout)).toEqual({
    there: [
      'breaking channel bus/orders: Exchange "orders" is of type fanout now and was of type topic. [deployment bus/crm bus/shop]',
    ],
    back: [
      'breaking channel bus/orders: Exchange "orders" is of type topic now and was of type fanout. [deployment bus/crm bus/shop]',
    ],
  })
})

test('allows another type under another name, which is another exchange', async () => {
  const other = onRabbit({ exchange: { name: 'orders.all', type: 'fanout' } })
  expect(await checkBothWays(exchangeTypeChanged, onRabbit(), other)).toEqual({ there: [], back: [] })
})

test('allows to state the type that holds anyway', async () => {
  const unstated = onRabbit({ exchange: { type: undefined } })
  expect(await checkBothWays(exchangeTypeChanged, onRabbit(), unstated)).toEqual({ there: [], back: [] })
})
