import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaStartChanged } from './kafka-start-changed.ts'

const from = (start?: string) => onKafka({ receive: { 'x-delivery': start === undefined ? {} : { start } } })

test('reports another end in both directions', async () => {
  expect(await checkBothWays(kafkaStartChanged, from('earliest'), from('latest'))).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" starts at the latest record now and did at the earliest. [consumer bus/crm]',
    ],
    back: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" starts at the earliest record now and did at the latest. [consumer bus/crm]',
    ],
  })
})

test('allows to state the default', async () => {
  expect(await checkBothWays(kafkaStartChanged, from(), from('earliest'))).toEqual({ there: [], back: [] })
})
