import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { kafkaSchemaIdMoved } from './kafka-schema-id-moved.ts'

const located = (kafka: object) => onKafka({ message: { bindings: { kafka } } })

test('reports another place of the id in both directions', async () => {
  expect(
    await checkBothWays(
      kafkaSchemaIdMoved,
      located({ schemaIdLocation: 'payload' }),
      located({ schemaIdLocation: 'header' }),
    ),
  ).toEqual({
    there: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the schemaIdLocation "header" now and had the schemaIdLocation "payload". [consumer bus/crm]',
    ],
    back: [
      'breaking message bus/OrderCreated: Message "OrderCreated" has the schemaIdLocation "payload" now and had the schemaIdLocation "header". [consumer bus/crm]',
    ],
  })
})

test('reports an encoding that is not stated any more', async () => {
  expect(
    (await checkBothWays(kafkaSchemaIdMoved, located({ schemaIdPayloadEncoding: 'confluent' }), onKafka()))
      .there,
  ).toEqual([
    'breaking message bus/OrderCreated: Message "OrderCreated" has no schemaIdPayloadEncoding now and had the schemaIdPayloadEncoding "confluent". [consumer bus/crm]',
  ])
})

test('allows another version of the binding', async () => {
  expect(
    await checkBothWays(
      kafkaSchemaIdMoved,
      located({ bindingVersion: '0.4.0' }),
      located({ bindingVersion: '0.5.0' }),
    ),
  ).toEqual({ there: [], back: [] })
})
