import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onRabbit } from '../testing/samples.ts'
import { vhostChanged } from './vhost-changed.ts'

test('reports another virtual host of an exchange to both sides', async () => {
  expect(await checkBothWays(vhostChanged, onRabbit(), onRabbit({ exchange: { vhost: '/shop' } }))).toEqual({
    there: [
      'breaking channel bus/created: The exchange of channel "created" is in the virtual host "/shop" now and was in "/". [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking channel bus/created: The exchange of channel "created" is in the virtual host "/" now and was in "/shop". [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('reports that of a queue, and allows to state the one that holds anyway', async () => {
  expect(
    (await checkBothWays(vhostChanged, onRabbit(), onRabbit({ queue: { vhost: '/shop' } }))).there,
  ).toHaveLength(1)
  expect(await checkBothWays(vhostChanged, onRabbit(), onRabbit({ queue: { vhost: '/' } }))).toEqual({
    there: [],
    back: [],
  })
})
