import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withServers } from '../testing/samples.ts'
import { channelServerRemoved } from './channel-server-removed.ts'

const server = (host: string): object => ({ host, protocol: 'kafka' })
const on = (...names: readonly string[]) =>
  withServers(onKafka({ channel: { servers: names.map((name) => ({ $ref: `#/servers/${name}` })) } }), {
    broker: server('kafka:9092'),
    other: server('other:9092'),
  })

test('reports the server that a channel left, and not one that it came to', async () => {
  expect(await checkBothWays(channelServerRemoved, on('broker', 'other'), on('broker'))).toEqual({
    there: [
      'breaking channel bus/orders: Channel "orders" is not on the server "other" any more. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [],
  })
})

test('takes a channel without a list to be on all servers', async () => {
  expect((await checkBothWays(channelServerRemoved, on(), on('broker'))).there).toHaveLength(1)
  expect(await checkBothWays(channelServerRemoved, on(), on('broker', 'other'))).toEqual({
    there: [],
    back: [],
  })
})

test('leaves a server that is gone to the rule for that', async () => {
  expect((await checkBothWays(channelServerRemoved, on(), onKafka())).there).toEqual([])
})
