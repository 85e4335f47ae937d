import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { queueDurabilityChanged } from './queue-durability-changed.ts'

test('reports a queue that does not survive a restart any more, and the reverse', async () => {
  const transient = onRabbit({ queue: { durable: false } })
  expect(await checkBothWays(queueDurabilityChanged, onRabbit(), transient)).toEqual({
    there: ['breaking channel bus/crm: Queue "crm" has durable false now and had true. [deployment bus/crm]'],
    back: ['breaking channel bus/crm: Queue "crm" has durable true now and had false. [deployment bus/crm]'],
  })
})

test('reports one that deletes itself', async () => {
  const passing = onRabbit({ queue: { autoDelete: true } })
  expect((await checkBothWays(queueDurabilityChanged, onRabbit(), passing)).there).toHaveLength(1)
})

test('allows another durability under another name, which is another queue', async () => {
  const other = onRabbit({ queue: { name: 'crm.v2', durable: false } })
  expect(await checkBothWays(queueDurabilityChanged, onRabbit(), other)).toEqual({ there: [], back: [] })
})
