import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { deadLetterTopicChanged } from './dead-letter-topic-changed.ts'

const to = (deadLetterTopic?: string) =>
  onKafka({ receive: { 'x-delivery': deadLetterTopic === undefined ? {} : { deadLetterTopic } } })

test('reports another topic in both directions', async () => {
  expect(await checkBothWays(deadLetterTopicChanged, to('a.dlq'), to('b.dlq'))).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" sends its dead letters to "b.dlq" now and did to "a.dlq". [consumer bus/crm]',
    ],
    back: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" sends its dead letters to "a.dlq" now and did to "b.dlq". [consumer bus/crm]',
    ],
  })
})

test('reports a topic that is gone and allows one that came', async () => {
  expect(await checkBothWays(deadLetterTopicChanged, to('a.dlq'), to())).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" sends its dead letters nowhere now and did to "a.dlq". [consumer bus/crm]',
    ],
    back: [],
  })
})
