import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withChannel, without } from '../testing/samples.ts'
import { messageAdded } from './message-added.ts'

const withMessages = (messages: object, parts: object = {}) => onKafka({ channel: { messages }, ...parts })
const created = { name: 'OrderCreated' }
const deleted = { name: 'OrderDeleted' }

test('reports a new message of a channel to who receives from it', async () => {
  expect(
    await checkBothWays(messageAdded, withMessages({ created }), withMessages({ created, deleted })),
  ).toEqual({
    there: [
      'risky message bus/OrderDeleted: Message "OrderDeleted" is new in channel "orders". [consumer bus/crm]',
    ],
    back: [],
  })
})

test('allows it where nobody receives from the channel', async () => {
  const spare = (messages: object) => withChannel(onKafka(), 'spare', { address: 'spare', messages })
  expect(await checkBothWays(messageAdded, spare({ created }), spare({ created, deleted }))).toEqual({
    there: [],
    back: [],
  })
})

test('reports it where the contracts do not say who receives', async () => {
  const [base, head] = [withMessages({ created }), withMessages({ created, deleted })].map((files) =>
    without(files, 'crm'),
  )
  expect((await checkBothWays(messageAdded, base ?? {}, head ?? {})).there).toEqual([
    'risky message bus/OrderDeleted: Message "OrderDeleted" is new in channel "orders". [consumer]',
  ])
})

test('allows another key of the message', async () => {
  expect(
    await checkBothWays(messageAdded, withMessages({ created }), withMessages({ orderCreated: created })),
  ).toEqual({ there: [], back: [] })
})
