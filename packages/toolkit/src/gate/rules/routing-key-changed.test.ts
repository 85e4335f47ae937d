import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { routingKeyChanged } from './routing-key-changed.ts'

const keyed = (address: string, ...keys: readonly string[]) =>
  onRabbit({ channel: { address }, bindings: keys.map((routingKey) => ({ exchange: 'orders', routingKey })) })

test('reports a key by which nothing is bound, to both sides', async () => {
  const before = keyed('order.created', 'order.created')
  expect(await checkBothWays(routingKeyChanged, before, keyed('order.placed', 'order.created'))).toEqual({
    there: [
      'breaking channel bus/created: Channel "created" has the routing key "order.placed" now and had "order.created". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking channel bus/created: Channel "created" has the routing key "order.created" now and had "order.placed". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('calls it risky where the queues are bound by the new key too', async () => {
  expect(
    (
      await checkBothWays(
        routingKeyChanged,
        keyed('order.created', 'order.*'),
        keyed('order.placed', 'order.*'),
      )
    ).there,
  ).toEqual([
    'risky channel bus/created: Channel "created" has the routing key "order.placed" now and had "order.created". [consumer bus/crm, publisher bus/shop]',
  ])
})

test('reports it where the contracts bind nothing at all', async () => {
  expect(
    (await checkBothWays(routingKeyChanged, keyed('order.created'), keyed('order.placed'))).there,
  ).toHaveLength(1)
})

test('allows another key at a fanout exchange, which passes over it, and another key of the channel', async () => {
  const [one, other] = ['a', 'b'].map((address) =>
    onRabbit({ channel: { address }, exchange: { type: 'fanout' } }),
  )
  expect(await checkBothWays(routingKeyChanged, one ?? {}, other ?? {})).toEqual({ there: [], back: [] })
})
