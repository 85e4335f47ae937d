import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { queueRenamed } from './queue-renamed.ts'

test('reports another queue under the key of a channel', async () => {
  const renamed = onRabbit({ queue: { name: 'crm.v2' } })
  expect(await checkBothWays(queueRenamed, onRabbit(), renamed)).toEqual({
    there: [
      'breaking channel bus/crm: Channel "crm" is the queue "crm.v2" now and was "crm". [consumer bus/crm]',
    ],
    back: [
      'breaking channel bus/crm: Channel "crm" is the queue "crm" now and was "crm.v2". [consumer bus/crm]',
    ],
  })
})

test('allows another address beside the name of the queue, which the broker never sees', async () => {
  expect(
    await checkBothWays(queueRenamed, onRabbit(), onRabbit({ queueChannel: { address: 'other' } })),
  ).toEqual({ there: [], back: [] })
})
