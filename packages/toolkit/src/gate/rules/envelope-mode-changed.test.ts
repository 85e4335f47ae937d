import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { envelopeModeChanged } from './envelope-mode-changed.ts'

const payload = (mapping: object) =>
  onKafka({ message: { payload: { type: 'object', 'x-concordat-envelope': mapping } } })
const headers = (mapping: object) =>
  onKafka({ message: { headers: { type: 'object', 'x-concordat-envelope': mapping } } })

test('reports attributes that move from an envelope to the headers', async () => {
  const [envelope, binary] = [payload({ id: '/id', data: '/data' }), headers({ id: '/ce_id' })]
  expect(await checkBothWays(envelopeModeChanged, envelope, binary)).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has its attributes in the headers now and had an envelope of its own around the data. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has an envelope of its own around the data now and had its attributes in the headers. [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('reports an envelope around what had none', async () => {
  expect((await checkBothWays(envelopeModeChanged, onKafka(), payload({ id: '/id' }))).there).toHaveLength(1)
})

test('allows another place within the same part', async () => {
  expect(
    await checkBothWays(envelopeModeChanged, payload({ id: '/id' }), payload({ id: '/event_id' })),
  ).toEqual({ there: [], back: [] })
})
