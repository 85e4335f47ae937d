import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { envelopeAttributeMoved } from './envelope-attribute-moved.ts'

const payload = (mapping: object) =>
  onKafka({ message: { payload: { type: 'object', 'x-concordat-envelope': mapping } } })
const headers = (mapping: object) =>
  onKafka({ message: { headers: { type: 'object', 'x-concordat-envelope': mapping } } })

test('reports an attribute at another place, and data at another place', async () => {
  expect(
    await checkBothWays(
      envelopeAttributeMoved,
      payload({ id: '/id', data: '/data' }),
      payload({ id: '/event_id', data: '/data' }),
    ),
  ).toEqual({
    there: [
      'breaking message bus/OrderCreated: The attribute "id" of message "OrderCreated" is at /event_id now and not at /id. [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: The attribute "id" of message "OrderCreated" is at /id now and not at /event_id. [consumer bus/crm]',
    ],
  })
  expect(
    (
      await checkBothWays(
        envelopeAttributeMoved,
        payload({ id: '/id', data: '/data' }),
        payload({ id: '/id' }),
      )
    ).there,
  ).toEqual([
    'breaking message bus/OrderCreated: The attribute "data" of message "OrderCreated" is at the payload itself now and not at /data. [consumer bus/crm]',
  ])
})

test('reports another header', async () => {
  expect(
    (await checkBothWays(envelopeAttributeMoved, headers({ id: '/ce_id' }), headers({ id: '/ce-id' }))).there,
  ).toEqual([
    'breaking message bus/OrderCreated: The attribute "id" of message "OrderCreated" is at the header /ce-id now and not at the header /ce_id. [consumer bus/crm]',
  ])
})

test('allows one more attribute, and leaves one that is gone to another rule', async () => {
  expect(
    await checkBothWays(
      envelopeAttributeMoved,
      payload({ id: '/id' }),
      payload({ id: '/id', time: '/time' }),
    ),
  ).toEqual({ there: [], back: [] })
})

test('leaves another mode to the rule for that', async () => {
  expect(await checkBothWays(envelopeAttributeMoved, payload({ id: '/id' }), headers({ id: '/id' }))).toEqual(
    { there: [], back: [] },
  )
})
