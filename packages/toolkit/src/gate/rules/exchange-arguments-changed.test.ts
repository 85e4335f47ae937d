import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { exchangeArgumentsChanged } from './exchange-arguments-changed.ts'

const exchange = (values: object) => onRabbit({ exchange: { 'x-arguments': values } })

test('reports another alternate exchange', async () => {
  const [lost, found] = ['lost', 'found'].map((name) => exchange({ 'alternate-exchange': name }))
  expect((await checkBothWays(exchangeArgumentsChanged, lost ?? {}, found ?? {})).there).toEqual([
    'breaking channel bus/orders: The argument alternate-exchange is "found" and was "lost" at exchange "orders". [deployment bus/crm bus/shop]',
  ])
})

test('reports one that is added or left away', async () => {
  expect(
    await checkBothWays(exchangeArgumentsChanged, onRabbit(), exchange({ 'alternate-exchange': 'lost' })),
  ).toEqual({
    there: [
      'breaking channel bus/orders: The argument alternate-exchange is "lost" and was not there at exchange "orders". [deployment bus/crm bus/shop]',
    ],
    back: [
      'breaking channel bus/orders: The argument alternate-exchange is not there and was "lost" at exchange "orders". [deployment bus/crm bus/shop]',
    ],
  })
})

test('calls an argument risky that the broker does not compare', async () => {
  expect(
    (await checkBothWays(exchangeArgumentsChanged, onRabbit(), exchange({ 'x-team': 'orders' }))).there,
  ).toEqual([
    'risky channel bus/orders: The argument x-team is "orders" and was not there at exchange "orders". [deployment bus/crm bus/shop]',
  ])
})

test('allows equal arguments in another order', async () => {
  const one = exchange({ 'alternate-exchange': 'lost', 'x-team': 'orders' })
  const other = exchange({ 'x-team': 'orders', 'alternate-exchange': 'lost' })
  expect(await checkBothWays(exchangeArgumentsChanged, one, other)).toEqual({ there: [], back: [] })
})
