import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { removalBroughtForward } from './removal-brought-forward.ts'

const message = (removal: string) =>
  onKafka({ message: { 'x-deprecated': { removal, successor: 'OrderPlaced' } } })
const channel = (removal: string) =>
  onKafka({ channel: { 'x-deprecated': { removal, successor: 'orders.v2' } } })

test('reports an earlier day and allows a later one', async () => {
  expect(await checkBothWays(removalBroughtForward, message('2027-06-30'), message('2027-01-31'))).toEqual({
    there: [
      'risky message bus/OrderCreated: Message "OrderCreated" is to be removed on 2027-01-31 and was to stay until 2027-06-30. [consumer bus/crm]',
    ],
    back: [],
  })
  expect(
    (await checkBothWays(removalBroughtForward, channel('2027-06-30'), channel('2027-01-31'))).there,
  ).toEqual([
    'risky channel bus/orders: Channel "orders" is to be removed on 2027-01-31 and was to stay until 2027-06-30. [consumer bus/crm]',
  ])
})

test('allows the first day that is named, and to take the deprecation back', async () => {
  expect(await checkBothWays(removalBroughtForward, onKafka(), message('2027-01-31'))).toEqual({
    there: [],
    back: [],
  })
})
