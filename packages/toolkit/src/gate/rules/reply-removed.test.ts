import { expect, test } from 'vitest'
import type { Files } from '../../lint/testing/check-rule.ts'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withChannel } from '../testing/samples.ts'
import { replyRemoved } from './reply-removed.ts'

const answer = { name: 'Answer' }
const channels = (files: Files) =>
  withChannel(withChannel(files, 'answers', { address: 'answers', messages: { answer } }), 'others', {
    address: 'others',
    messages: { answer },
  })
const reply = (parts: object = { channel: 'answers' }) => ({
  reply: Object.fromEntries(
    Object.entries(parts).map(([key, value]) => [
      key,
      key === 'channel' ? { $ref: `./channels.yaml#/channels/${value}` } : { location: value },
    ]),
  ),
})
const asking = (send?: object, receive?: object) =>
  channels(onKafka({ ...(send && { send }), ...(receive && { receive }) }))

test('reports who does not answer any more to who asks', async () => {
  expect(await checkBothWays(replyRemoved, asking(reply(), reply()), asking(reply()))).toEqual({
    there: [
      'breaking operation bus/crm/receiveOrder: Operation "receiveOrder" has no reply any more. [consumer bus/shop]',
    ],
    back: [],
  })
})

test('calls it risky where an application does not wait for the answer any more', async () => {
  expect(
    (await checkBothWays(replyRemoved, asking(reply(), reply()), asking(undefined, reply()))).there,
  ).toEqual([
    'risky operation bus/shop/sendOrder: Operation "sendOrder" has no reply any more. [publisher bus/crm]',
  ])
})

test('leaves another channel to another rule', async () => {
  expect(
    await checkBothWays(
      replyRemoved,
      asking(reply(), reply()),
      asking(reply({ channel: 'others' }), reply()),
    ),
  ).toEqual({ there: [], back: [] })
})
