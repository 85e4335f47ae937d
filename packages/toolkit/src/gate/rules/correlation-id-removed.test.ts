import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { correlationIdRemoved } from './correlation-id-removed.ts'

const at = (location?: string) =>
  onKafka({ message: location === undefined ? {} : { correlationId: { location } } })
const header = '$message.header#/trace'
const payload = '$message.payload#/id'

test('reports that it is gone, and not that it came', async () => {
  expect(await checkBothWays(correlationIdRemoved, at(header), at())).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has no correlation id any more; it was at "$message.header#/trace". [consumer bus/crm]',
    ],
    back: [],
  })
})

test('leaves another place to another rule', async () => {
  expect(await checkBothWays(correlationIdRemoved, at(header), at(payload))).toEqual({ there: [], back: [] })
})
