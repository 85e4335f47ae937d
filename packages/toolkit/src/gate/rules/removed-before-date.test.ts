import { expect, test } from 'vitest'
import { checkBothWays, TODAY } from '../testing/check-contract-rule.ts'
import { onKafka, withChannel } from '../testing/samples.ts'
import { removedBeforeDate } from './removed-before-date.ts'

const deleted = (removal: string) => ({ name: 'OrderDeleted', 'x-deprecated': { removal } })
const withMessages = (messages: object) => onKafka({ channel: { messages } })
const created = { name: 'OrderCreated' }

test('reports a message that is gone before its day, to both sides', async () => {
  const base = withMessages({ created, deleted: deleted('2026-11-29') })
  expect(await checkBothWays(removedBeforeDate, base, withMessages({ created }))).toEqual({
    there: [
      'breaking message bus/OrderDeleted: Message "OrderDeleted" is gone and was to stay until 2026-11-29. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [],
  })
})

test('allows it on that day, which other rules judge', async () => {
  const base = withMessages({ created, deleted: deleted(TODAY) })
  expect(await checkBothWays(removedBeforeDate, base, withMessages({ created }))).toEqual({
    there: [],
    back: [],
  })
})

test('reports a channel too', async () => {
  const base = withChannel(onKafka(), 'spare', {
    address: 'spare',
    'x-deprecated': { removal: '2027-01-31' },
  })
  expect((await checkBothWays(removedBeforeDate, base, onKafka())).there).toEqual([
    'breaking channel bus/spare: Channel "spare" is gone and was to stay until 2027-01-31. [consumer, publisher]',
  ])
})

test('says nothing about what has no day', async () => {
  expect(
    await checkBothWays(
      removedBeforeDate,
      withMessages({ created, other: { name: 'Other' } }),
      withMessages({ created }),
    ),
  ).toEqual({ there: [], back: [] })
})
