import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { envelopeAttributeRemoved } from './envelope-attribute-removed.ts'

const payload = (mapping: object, required: readonly string[] = []) =>
  onKafka({ message: { payload: { type: 'object', required, 'x-concordat-envelope': mapping } } })

test('reports a required attribute that is gone, and not one that came', async () => {
  const base = payload({ id: '/id', time: '/time' }, ['time'])
  expect(await checkBothWays(envelopeAttributeRemoved, base, payload({ id: '/id' }))).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has no attribute "time" any more; it was at /time. [consumer bus/crm]',
    ],
    back: [],
  })
})

test('calls it risky where a message could be without it', async () => {
  expect(
    (
      await checkBothWays(
        envelopeAttributeRemoved,
        payload({ id: '/id', time: '/time' }),
        payload({ id: '/id' }),
      )
    ).there,
  ).toEqual([
    'risky message bus/OrderCreated: Message "OrderCreated" has no attribute "time" any more; it was at /time. [consumer bus/crm]',
  ])
})

test('leaves another place to another rule', async () => {
  expect(
    await checkBothWays(envelopeAttributeRemoved, payload({ id: '/id' }), payload({ id: '/event_id' })),
  ).toEqual({ there: [], back: [] })
})
