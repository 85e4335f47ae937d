import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { schemaFormatChanged } from './schema-format-changed.ts'

const AVRO = 'application/vnd.apache.avro;version=1.9.0'
const described = (schemaFormat: string, schema: object = {}) =>
  onKafka({ message: { payload: { schemaFormat, schema } } })

test('reports another language to both sides', async () => {
  expect(await checkBothWays(schemaFormatChanged, onKafka(), described(AVRO))).toEqual({
    there: [
      'breaking message bus/OrderCreated: The payload of message "OrderCreated" is described by "application/vnd.apache.avro" now and was by "JSON Schema" [consumer bus/crm, publisher bus/shop]',
    ],
    back: [
      'breaking message bus/OrderCreated: The payload of message "OrderCreated" is described by "JSON Schema" now and was by "application/vnd.apache.avro" [consumer bus/crm, publisher bus/shop]',
    ],
  })
})

test('allows another form of JSON Schema, and another version of a language', async () => {
  expect(
    await checkBothWays(
      schemaFormatChanged,
      onKafka(),
      described('application/schema+json;version=draft-07'),
    ),
  ).toEqual({ there: [], back: [] })
  expect(
    await checkBothWays(
      schemaFormatChanged,
      described(AVRO),
      described('application/vnd.apache.avro+json;version=1.11.0'),
    ),
  ).toEqual({ there: [], back: [] })
})
