import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { contentTypeChanged } from './content-type-changed.ts'

const sentAs = (contentType: string) => onKafka({ message: { contentType } })

test('reports another content type in both directions', async () => {
  expect(
    await checkBothWays(contentTypeChanged, sentAs('application/json'), sentAs('application/cbor')),
  ).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" is sent as "application/cbor" now and was as "application/json". [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: Message "OrderCreated" is sent as "application/json" now and was as "application/cbor". [consumer bus/crm]',
    ],
  })
})

test('calls it risky where both are JSON', async () => {
  expect(
    (await checkBothWays(contentTypeChanged, sentAs('application/json'), sentAs('application/vnd.shop+json')))
      .there,
  ).toEqual([
    'risky message bus/OrderCreated: Message "OrderCreated" is sent as "application/vnd.shop+json" now and was as "application/json". [consumer bus/crm]',
  ])
})

test('allows parameters and another case', async () => {
  expect(
    await checkBothWays(
      contentTypeChanged,
      sentAs('application/json'),
      sentAs('Application/JSON; charset=utf-8'),
    ),
  ).toEqual({ there: [], back: [] })
})
