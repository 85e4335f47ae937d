import { expect, test } from 'vitest'
import type { Files } from '../../lint/testing/check-rule.ts'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withApplication, withChannel, without, withOperations } from '../testing/samples.ts'
import { sendOperationRemoved } from './send-operation-removed.ts'

const idle = (files: Files) => withOperations(files, 'shop', { other: send('other') })
const send = (channel: string) => ({
  action: 'send',
  channel: { $ref: `./channels.yaml#/channels/${channel}` },
})
const base = withChannel(onKafka(), 'other', { address: 'other', messages: { other: { name: 'Other' } } })

test('reports a message that nobody sends any more to who receives it', async () => {
  expect(
    await checkBothWays(
      sendOperationRemoved,
      idle(base),
      withOperations(base, 'shop', { other: send('other'), sendOrder: send('orders') }),
    ),
  ).toEqual({
    there: [],
    back: [
      'breaking operation bus/shop/sendOrder: Operation "sendOrder" is gone, and nobody sends "OrderCreated" to channel "orders" any more. [consumer bus/crm]',
    ],
  })
})

test('allows it where another application sends the message', async () => {
  const both = withOperations(base, 'shop', { other: send('other'), sendOrder: send('orders') })
  const head = withApplication(idle(base), 'till', { sell: send('orders') })
  expect((await checkBothWays(sendOperationRemoved, both, head)).there).toEqual([])
})

test('allows it where nobody receives the message', async () => {
  const both = withOperations(base, 'shop', { other: send('other'), sendOrder: send('orders') })
  expect(
    (
      await checkBothWays(
        sendOperationRemoved,
        both,
        withOperations(both, 'shop', { sendOrder: send('orders') }),
      )
    ).there,
  ).toEqual([])
})

test('reports it where the contracts do not say who receives', async () => {
  const alone = without(
    withOperations(base, 'shop', { other: send('other'), sendOrder: send('orders') }),
    'crm',
  )
  expect((await checkBothWays(sendOperationRemoved, alone, without(idle(base), 'crm'))).there).toEqual([
    'breaking operation bus/shop/sendOrder: Operation "sendOrder" is gone, and nobody sends "OrderCreated" to channel "orders" any more. [consumer]',
  ])
})

test('leaves an application that is gone to the rule for that, and allows another key', async () => {
  expect(await checkBothWays(sendOperationRemoved, onKafka(), without(onKafka(), 'shop'))).toEqual({
    there: [],
    back: [],
  })
  expect(
    await checkBothWays(
      sendOperationRemoved,
      onKafka(),
      withOperations(onKafka(), 'shop', { publish: send('orders') }),
    ),
  ).toEqual({ there: [], back: [] })
})
