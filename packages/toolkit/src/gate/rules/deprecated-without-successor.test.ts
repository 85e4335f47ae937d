import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { deprecatedWithoutSuccessor } from './deprecated-without-successor.ts'

const message = (details: unknown) => onKafka({ message: { 'x-deprecated': details } })
const channel = (details: unknown) => onKafka({ channel: { 'x-deprecated': details } })

test('reports a message or a channel that is deprecated from now on', async () => {
  expect(await checkBothWays(deprecatedWithoutSuccessor, onKafka(), message(true))).toEqual({
    there: [
      'risky message bus/OrderCreated: Message "OrderCreated" is deprecated and has no successor. [consumer bus/crm]',
    ],
    back: [],
  })
  expect(
    (await checkBothWays(deprecatedWithoutSuccessor, onKafka(), channel({ removal: '2027-01-31' }))).there,
  ).toEqual([
    'risky channel bus/orders: Channel "orders" is deprecated and has no successor. [consumer bus/crm]',
  ])
})

test('allows a deprecation that names what comes instead', async () => {
  expect(
    await checkBothWays(deprecatedWithoutSuccessor, onKafka(), message({ successor: 'OrderPlaced' })),
  ).toEqual({ there: [], back: [] })
  expect(
    await checkBothWays(deprecatedWithoutSuccessor, onKafka(), channel({ successor: 'orders.v2' })),
  ).toEqual({ there: [], back: [] })
})

test('does not report again what was deprecated before', async () => {
  expect(
    await checkBothWays(deprecatedWithoutSuccessor, message(true), message({ removal: '2027-01-31' })),
  ).toEqual({ there: [], back: [] })
})
