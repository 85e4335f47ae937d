import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { expect, it } from 'vitest'
import { readPayload, type PayloadSchema } from './read-payload.ts'

async function payloadOf(message: object): Promise<PayloadSchema> {
  const contract = {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1.0.0' },
    channels: { orders: { address: 'orders', messages: { created: message } } },
    operations: { send: { action: 'send', channel: { $ref: '#/channels/orders' } } },
  }
  const catalog = await loadCatalog(
    memorySource({ 'orders.json': JSON.stringify(contract), 'order.avsc': '{}' }),
  )
  const found = catalog.systems[0]?.messages[0]
  if (found === undefined) throw new Error('the message was not read')
  return readPayload(catalog, found, found.data)
}

const AVRO = 'application/vnd.apache.avro;version=1.9.0'
const PROTOBUF = 'application/vnd.google.protobuf;version=3'

it('reads JSON Schema as a tree', async () => {
  expect(await payloadOf({ payload: { type: 'integer' } })).toMatchObject({
    kind: 'tree',
    tree: { types: ['integer'] },
  })
})

it('shows Avro and Protocol Buffers as they are written', async () => {
  const schema = { type: 'record', name: 'Order', fields: [{ name: 'id', type: 'string' }] }
  expect(await payloadOf({ payload: { schemaFormat: AVRO, schema } })).toEqual({
    kind: 'source',
    format: AVRO,
    text: JSON.stringify(schema, null, 2),
  })
  const text = 'message Order { string id = 1; }'
  expect(await payloadOf({ payload: { schemaFormat: PROTOBUF, schema: text } })).toEqual({
    kind: 'source',
    format: PROTOBUF,
    text,
  })
})

it('says that there is nothing to show', async () => {
  expect(await payloadOf({})).toEqual({ kind: 'none', format: undefined })
  const reference = { $ref: './order.avsc' }
  expect(await payloadOf({ payload: { schemaFormat: AVRO, schema: reference } })).toEqual({
    kind: 'none',
    format: AVRO,
  })
})
