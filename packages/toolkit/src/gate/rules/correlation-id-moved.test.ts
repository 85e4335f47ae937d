import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { correlationIdMoved } from './correlation-id-moved.ts'

const at = (location?: string) =>
  onKafka({ message: location === undefined ? {} : { correlationId: { location } } })
const header = '$message.header#/trace'
const payload = '$message.payload#/id'

test('reports another place in both directions', async () => {
  expect(await checkBothWays(correlationIdMoved, at(header), at(payload))).toEqual({
    there: [
      'breaking message bus/OrderCreated: The correlation id of message "OrderCreated" is at "$message.payload#/id" now and was at "$message.header#/trace". [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: The correlation id of message "OrderCreated" is at "$message.header#/trace" now and was at "$message.payload#/id". [consumer bus/crm]',
    ],
  })
})

test('allows another description of it, and leaves its absence to another rule', async () => {
  const described = onKafka({
    message: { correlationId: { location: header, description: 'Of the trace.' } },
  })
  expect(await checkBothWays(correlationIdMoved, at(header), described)).toEqual({ there: [], back: [] })
  expect(await checkBothWays(correlationIdMoved, at(header), at())).toEqual({ there: [], back: [] })
})
