import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, renamed, withApplication, withChannel, withOperations } from '../testing/samples.ts'
import { operationChannelChanged } from './operation-channel-changed.ts'

const base = withChannel(onKafka(), 'other', {
  address: 'other',
  messages: { orderCreated: { name: 'OrderCreated' } },
})
const on = (action: string, channel: string) => ({
  [`${action}Order`]: { action, channel: { $ref: `./channels.yaml#/channels/${channel}` } },
})

test('reports a sender that left a channel to who receives from it', async () => {
  const distinct = withChannel(onKafka(), 'other', {
    address: 'other',
    messages: { other: { name: 'Other' } },
  })
  expect(
    (
      await checkBothWays(
        operationChannelChanged,
        distinct,
        withOperations(distinct, 'shop', on('send', 'other')),
      )
    ).there,
  ).toEqual([
    'breaking operation bus/shop/sendOrder: Operation "sendOrder" is on channel "other" now and was on "orders". [consumer bus/crm]',
  ])
})

test('reports a receiver that left a channel to who sends to it', async () => {
  const distinct = withChannel(onKafka(), 'other', {
    address: 'other',
    messages: { other: { name: 'Other' } },
  })
  expect(
    (
      await checkBothWays(
        operationChannelChanged,
        distinct,
        withOperations(distinct, 'crm', on('receive', 'other')),
      )
    ).there,
  ).toEqual([
    'breaking operation bus/crm/receiveOrder: Operation "receiveOrder" is on channel "other" now and was on "orders". [publisher bus/shop]',
  ])
})

test('reports a sender that takes the message with it', async () => {
  expect(
    (await checkBothWays(operationChannelChanged, base, withOperations(base, 'shop', on('send', 'other'))))
      .there,
  ).toHaveLength(1)
})

test('allows it where another application stays on the old channel', async () => {
  const both = withApplication(base, 'till', on('send', 'orders'))
  expect(
    (await checkBothWays(operationChannelChanged, both, withOperations(both, 'shop', on('send', 'other'))))
      .there,
  ).toEqual([])
})

test('allows another key of the channel', async () => {
  const files = onKafka({ kafka: { topic: 'orders' } })
  expect(await checkBothWays(operationChannelChanged, files, renamed(files))).toEqual({ there: [], back: [] })
})
