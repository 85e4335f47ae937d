import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, onMqtt, renamed } from '../testing/samples.ts'
import { channelAddressChanged } from './channel-address-changed.ts'

test('reports another address to both sides', async () => {
  expect(
    await checkBothWays(channelAddressChanged, onMqtt(), onMqtt({ channel: { address: 'orders/v2' } })),
  ).toEqual({
    there: [
      'breaking channel bus/orders: Channel "orders" has the address "orders/v2" now and had "orders". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking channel bus/orders: Channel "orders" has the address "orders" now and had "orders/v2". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('allows another key with the same address', async () => {
  expect(await checkBothWays(channelAddressChanged, onMqtt(), { ...onMqtt(), ...renamed(onMqtt()) })).toEqual(
    { there: [], back: [] },
  )
})

test('leaves topics and routing keys to the rules for them', async () => {
  expect(
    await checkBothWays(channelAddressChanged, onKafka(), onKafka({ channel: { address: 'others' } })),
  ).toEqual({ there: [], back: [] })
})
