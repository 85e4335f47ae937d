import { expect, test } from 'vitest'
import type { Files } from '../../lint/testing/check-rule.ts'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withChannel } from '../testing/samples.ts'
import { replyMoved } from './reply-moved.ts'

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

test('reports another channel of the answer, in both directions', async () => {
  const moved = reply({ channel: 'others' })
  expect(await checkBothWays(replyMoved, asking(reply(), reply()), asking(reply(), moved))).toEqual({
    there: [
      'breaking operation bus/crm/receiveOrder: The reply of operation "receiveOrder" goes to channel "others" now and went to "answers". [consumer bus/shop]',
    ],
    back: [
      'breaking operation bus/crm/receiveOrder: The reply of operation "receiveOrder" goes to channel "answers" now and went to "others". [consumer bus/shop]',
    ],
  })
})

test('reports an address that is looked for at another place', async () => {
  const at = (address: string) => reply({ address, channel: 'answers' })
  const [one, other] = ['$message.header#/replyTo', '$message.payload#/replyTo'].map((place) =>
    asking(reply(), at(place)),
  )
  expect((await checkBothWays(replyMoved, one ?? {}, other ?? {})).there).toEqual([
    'breaking operation bus/crm/receiveOrder: The reply of operation "receiveOrder" has its address at "$message.payload#/replyTo" now and had its address at "$message.header#/replyTo". [consumer bus/shop]',
  ])
})

test('allows another key of the same channel', async () => {
  const text = JSON.stringify(asking(reply(), reply()))
    .replaceAll('"answers":', '"replies":')
    .replaceAll('/channels/answers', '/channels/replies')
  expect(await checkBothWays(replyMoved, asking(reply(), reply()), JSON.parse(text) as Files)).toEqual({
    there: [],
    back: [],
  })
})
