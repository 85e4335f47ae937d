import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { foreignSchemaChanged } from './foreign-schema-changed.ts'

const AVRO = 'application/vnd.apache.avro;version=1.9.0'
const described = (schemaFormat: string, schema: object = {}) =>
  onKafka({ message: { payload: { schemaFormat, schema } } })

const record = (...names: readonly string[]) => ({
  type: 'record',
  fields: names.map((name) => ({ name, type: 'string' })),
})

test('decides nothing about a schema that it cannot read, and says so', async () => {
  expect(
    (
      await checkBothWays(
        foreignSchemaChanged,
        described(AVRO, record('id')),
        described(AVRO, record('id', 'note')),
      )
    ).there,
  ).toEqual([
    'undecided message bus/OrderCreated: The payload of message "OrderCreated", in "application/vnd.apache.avro", is not what it was [consumer bus/crm, publisher bus/shop]',
  ])
})

test('allows the same schema with its keys in another order', async () => {
  const { type, fields } = record('id')
  expect(
    await checkBothWays(
      foreignSchemaChanged,
      described(AVRO, { type, fields }),
      described(AVRO, { fields, type }),
    ),
  ).toEqual({ there: [], back: [] })
})

test('leaves JSON Schema to those who can compare it', async () => {
  const draft = 'application/schema+json;version=draft-07'
  expect(
    await checkBothWays(
      foreignSchemaChanged,
      described(draft, { type: 'object' }),
      described(draft, { type: 'array' }),
    ),
  ).toEqual({ there: [], back: [] })
})
