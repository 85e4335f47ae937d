import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { acknowledgementTurnedOff } from './acknowledgement-turned-off.ts'

const receiving = (ack: boolean) => onRabbit({ receive: { bindings: { amqp: { ack } } } })

test('reports that it is turned off, and not that it is turned on', async () => {
  expect(await checkBothWays(acknowledgementTurnedOff, receiving(true), receiving(false))).toEqual({
    there: [
      'risky operation bus/crm/receiveOrder: Operation "receiveOrder" does not acknowledge messages any more. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('takes an operation that says nothing to acknowledge', async () => {
  expect((await checkBothWays(acknowledgementTurnedOff, onRabbit(), receiving(false))).there).toHaveLength(1)
  expect(await checkBothWays(acknowledgementTurnedOff, onRabbit(), receiving(true))).toEqual({
    there: [],
    back: [],
  })
})
