import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka, withApplication } from '../testing/samples.ts'
import { operationActionFlipped } from './operation-action-flipped.ts'

test('reports an operation that does the opposite, in both directions', async () => {
  const flipped = onKafka({ receive: { action: 'send' } })
  expect(await checkBothWays(operationActionFlipped, onKafka(), flipped)).toEqual({
    there: [
      'breaking operation bus/crm/receiveOrder: Operation "receiveOrder" has the action send now and had receive. [consumer bus/crm, publisher bus/crm bus/shop]',
    ],
    back: [
      'breaking operation bus/crm/receiveOrder: Operation "receiveOrder" has the action receive now and had send. [consumer bus/crm, publisher bus/crm bus/shop]',
    ],
  })
})

test('allows an application that does the opposite as well', async () => {
  const more = withApplication(onKafka(), 'till', {
    sell: { action: 'send', channel: { $ref: './channels.yaml#/channels/orders' } },
  })
  expect(await checkBothWays(operationActionFlipped, onKafka(), more)).toEqual({ there: [], back: [] })
})
