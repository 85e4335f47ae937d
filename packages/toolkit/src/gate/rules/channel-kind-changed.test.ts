import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { channelKindChanged } from './channel-kind-changed.ts'

test('reports a queue in the place of an exchange, and the reverse', async () => {
  const queue = onRabbit({ channel: { bindings: { amqp: { is: 'queue', queue: { name: 'orders' } } } } })
  expect(await checkBothWays(channelKindChanged, onRabbit(), queue)).toEqual({
    there: [
      'breaking channel bus/created: Channel "created" is the queue "orders" now and was the exchange "orders". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking channel bus/created: Channel "created" is the exchange "orders" now and was the queue "orders". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('allows another queue or exchange, which other rules report', async () => {
  const other = onRabbit({ queue: { name: 'crm.v2' }, exchange: { name: 'shop' } })
  expect(await checkBothWays(channelKindChanged, onRabbit(), other)).toEqual({ there: [], back: [] })
})
