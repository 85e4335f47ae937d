import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withApplication, withChannel, withOperations } from '../testing/samples.ts'
import { receiveOperationRemoved } from './receive-operation-removed.ts'

const receive = (channel: string) => ({
  action: 'receive',
  channel: { $ref: `./channels.yaml#/channels/${channel}` },
})
const other = { other: receive('other') }
const all = withOperations(
  withChannel(onKafka(), 'other', { address: 'other', messages: { other: { name: 'Other' } } }),
  'crm',
  { ...other, receiveOrder: receive('orders') },
)

test('reports a message that nobody receives any more to who sends it', async () => {
  expect(await checkBothWays(receiveOperationRemoved, all, withOperations(all, 'crm', other))).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" is gone, and nobody receives "OrderCreated" from channel "orders" any more. [publisher bus/shop]',
    ],
    back: [],
  })
})

test('allows it where another application receives the message', async () => {
  const head = withApplication(withOperations(all, 'crm', other), 'billing', { bill: receive('orders') })
  expect((await checkBothWays(receiveOperationRemoved, all, head)).there).toEqual([])
})

test('allows it where nobody sends the message', async () => {
  const head = withOperations(all, 'crm', { receiveOrder: receive('orders') })
  expect((await checkBothWays(receiveOperationRemoved, all, head)).there).toEqual([])
})
