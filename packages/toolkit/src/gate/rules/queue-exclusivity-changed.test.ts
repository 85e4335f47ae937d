import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { queueExclusivityChanged } from './queue-exclusivity-changed.ts'

test('reports a queue that belongs to one connection, and one that does not any more', async () => {
  const exclusive = onRabbit({ queue: { exclusive: true } })
  expect(await checkBothWays(queueExclusivityChanged, onRabbit(), exclusive)).toEqual({
    there: [
      'breaking channel bus/crm: Queue "crm" is exclusive to one connection now and was not. [consumer bus/crm, deployment bus/crm]',
    ],
    back: [
      'breaking channel bus/crm: Queue "crm" is not exclusive to one connection any more. [consumer bus/crm, deployment bus/crm]',
    ],
  })
})

test('allows to state what holds anyway', async () => {
  const stated = onRabbit({ queue: { exclusive: false } })
  expect(await checkBothWays(queueExclusivityChanged, onRabbit(), stated)).toEqual({ there: [], back: [] })
})
