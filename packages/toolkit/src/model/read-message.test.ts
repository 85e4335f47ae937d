import { describe, expect, it } from 'vitest'
import type { Message } from './catalog.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

const ORDER = {
  title: 'OrderCreated',
  type: 'object',
  properties: { order_id: { type: 'string' } },
  required: ['order_id'],
}

const ENVELOPE = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    type: { type: 'string' },
    metadata: { type: 'object', properties: { user_id: { type: 'string' } }, required: ['user_id'] },
    tenant: { type: 'string' },
    data: { type: 'object' },
  },
  required: ['id', 'type', 'data', 'metadata'],
  'x-concordat-envelope': {
    id: '/id',
    type: '/type',
    userid: '/metadata/user_id',
    tenantid: '/tenant',
    data: '/data',
  },
}

const HEADERS = {
  type: 'object',
  properties: { ce_id: { type: 'string' }, ce_type: { enum: ['order.created'] } },
  required: ['ce_id'],
  'x-concordat-envelope': { id: '/ce_id', type: '/ce_type' },
}

/** Loads one message, in AsyncAPI 3 unless the document says otherwise. */
async function messageOf(message: object, document: object = {}): Promise<Message> {
  const files = {
    'asyncapi/shop/orders.json': JSON.stringify({
      asyncapi: '3.0.0',
      info: { title: 'Orders', version: '1.0.0' },
      channels: {
        orders: { address: 'orders', messages: { created: { $ref: '#/components/messages/created' } } },
      },
      components: { messages: { created: message } },
      ...document,
    }),
    'schemas/orders/order.created/1.0.0.json': JSON.stringify(ORDER),
    'schemas/envelopes/standard/1.0.0.json': JSON.stringify(ENVELOPE),
    'schemas/envelopes/headers/1.0.0.json': JSON.stringify(HEADERS),
  }
  const catalog = await loadCatalog(memorySource(files))
  const found = catalog.systems[0]?.messages[0]
  if (found === undefined) throw new Error('no message was read')
  return found
}

const order = { $ref: '../../schemas/orders/order.created/1.0.0.json' }
const envelope = { $ref: '../../schemas/envelopes/standard/1.0.0.json' }

describe('the envelope of a message', () => {
  it('keeps every place of an attribute that several branches map', async () => {
    const amqp = { type: 'object', 'x-concordat-envelope': { id: '/cloudEvents:id', type: '/ce_type' } }
    const headers = { allOf: [{ $ref: '../../schemas/envelopes/headers/1.0.0.json' }, amqp] }
    expect((await messageOf({ payload: { type: 'object' }, headers })).envelope.attributes).toEqual({
      id: [
        { in: 'headers', pointer: '/ce_id' },
        { in: 'headers', pointer: '/cloudEvents:id' },
      ],
      type: [{ in: 'headers', pointer: '/ce_type' }],
    })
  })

  it('is found in the payload through allOf and references', async () => {
    const own = { properties: { type: { const: 'order.created' }, data: order }, required: ['data'] }
    const message = await messageOf({ payload: { allOf: [envelope, own] } })
    expect(message).toMatchObject({
      type: 'order.created',
      data: { file: 'schemas/orders/order.created/1.0.0.json', pointer: '' },
      version: { id: 'orders/order.created/1.0.0' },
      envelope: { mode: 'envelope', data: '/data', required: ['id', 'type', 'userid'] },
    })
    expect(message.envelope.attributes).toEqual({
      id: [{ in: 'payload', pointer: '/id' }],
      tenantid: [{ in: 'payload', pointer: '/tenant' }],
      type: [{ in: 'payload', pointer: '/type' }],
      userid: [{ in: 'payload', pointer: '/metadata/user_id' }],
    })
  })

  it('takes the message’s own schema of the data before the envelope’s', async () => {
    const own = { properties: { data: { type: 'object', title: 'Inline' } } }
    expect((await messageOf({ payload: { allOf: [envelope, own] } })).data?.value).toEqual(
      own.properties.data,
    )
    expect((await messageOf({ payload: { allOf: [own, envelope] } })).data?.value).toEqual({ type: 'object' })
  })

  it('is structured where the content type says so', async () => {
    const contentType = 'application/cloudevents+json; charset=utf-8'
    const message = await messageOf({ contentType, payload: envelope })
    expect(message.envelope.mode).toBe('structured')
  })

  it('is binary where only headers hold attributes', async () => {
    const headers = { allOf: [{ $ref: '../../schemas/envelopes/headers/1.0.0.json' }, { type: 'object' }] }
    const message = await messageOf({ payload: order, headers })
    expect(message).toMatchObject({
      type: 'order.created',
      version: { id: 'orders/order.created/1.0.0' },
      envelope: { mode: 'binary', data: '', required: ['id'] },
    })
    expect(message.envelope.attributes['type']).toEqual([{ in: 'headers', pointer: '/ce_type' }])
  })

  it('lists every place of an attribute that stands in payload and headers', async () => {
    const headers = { $ref: '../../schemas/envelopes/headers/1.0.0.json' }
    const message = await messageOf({ payload: envelope, headers })
    expect(message.envelope.mode).toBe('envelope')
    expect(message.envelope.attributes['id']).toEqual([
      { in: 'payload', pointer: '/id' },
      { in: 'headers', pointer: '/ce_id' },
    ])
  })

  it('is flattened where attributes stand beside the data', async () => {
    const flat = {
      type: 'object',
      properties: { event_id: { type: 'string' }, event_type: { type: 'string' } },
      required: ['event_id'],
      'x-concordat-envelope': { id: '/event_id', type: '/event_type', data: '' },
    }
    const constant = { properties: { event_type: { const: 'order.created' } } }
    const message = await messageOf({ payload: { allOf: [flat, constant, order] } })
    expect(message).toMatchObject({
      type: 'order.created',
      version: { id: 'orders/order.created/1.0.0' },
      envelope: { mode: 'envelope', data: '', required: ['id'] },
    })
  })

  it('is flattened around an inline schema too', async () => {
    const flat = { 'x-concordat-envelope': { id: '/event_id', data: '' } }
    const inline = { type: 'object', properties: { order_id: { type: 'string' } } }
    expect((await messageOf({ payload: { allOf: [flat, inline] } })).data?.value).toEqual(inline)
  })

  it('is bare where nothing maps attributes', async () => {
    const message = await messageOf({ payload: order })
    expect(message.envelope).toEqual({ mode: 'bare', attributes: {}, data: '', required: [] })
    expect(message).toMatchObject({ type: 'created', version: { id: 'orders/order.created/1.0.0' } })
  })

  it('does not follow schemas that contain themselves for ever', async () => {
    const payload = {
      properties: { a: { $ref: '#/components/messages/created/payload' } },
      allOf: [{ $ref: '#/components/messages/created/payload' }, { properties: { a: {} } }],
      'x-concordat-envelope': { id: '/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a' },
    }
    expect((await messageOf({ payload })).envelope.required).toEqual([])
  })
})

describe('a message', () => {
  it('has all that the contract says', async () => {
    const message = await messageOf({
      name: 'OrderCreated',
      title: 'Order created',
      summary: 'An order was created.',
      description: 'Long.',
      deprecated: true,
      contentType: 'application/xml',
      tags: [{ name: 'orders' }, { name: 'public' }],
      correlationId: { location: '$message.header#/correlation_id' },
      payload: order,
      examples: [{ name: 'one', summary: 'An order.', headers: { a: 1 }, payload: { order_id: 'o' } }, {}],
      'x-event-kind': 'domain-event',
      'x-key': '/order_id',
    })
    expect(message).toMatchObject({
      id: 'asyncapi/shop/orders.json#/components/messages/created',
      name: 'OrderCreated',
      title: 'Order created',
      summary: 'An order was created.',
      description: 'Long.',
      deprecated: true,
      contentType: 'application/xml',
      tags: ['orders', 'public'],
      correlationId: '$message.header#/correlation_id',
      kind: 'domain-event',
      key: '/order_id',
      schemaFormat: undefined,
    })
    expect(message.examples).toMatchObject([
      {
        name: 'one',
        summary: 'An order.',
        headers: { value: { a: 1 } },
        payload: { value: { order_id: 'o' } },
      },
      { name: undefined, summary: undefined, headers: undefined, payload: undefined },
    ])
  })

  it('goes by its key and the content type of its document', async () => {
    expect(await messageOf({})).toMatchObject({ name: 'created', contentType: 'application/json' })
    const document = { defaultContentType: 'application/avro' }
    expect(await messageOf({}, document)).toMatchObject({ contentType: 'application/avro' })
  })

  it('takes the envelope from its own traits, where another message shares some of them', async () => {
    const trait = (headers: object): object => ({ headers: { type: 'object', ...headers } })
    const traits = {
      shared: trait({ 'x-concordat-envelope': { id: '/ce_id' } }),
      typed: trait({ 'x-concordat-envelope': { type: '/ce_type' } }),
      timed: trait({ 'x-concordat-envelope': { time: '/ce_time' } }),
    }
    const withTraits = (...names: readonly string[]): object => ({
      traits: names.map((name) => ({ $ref: `#/components/messageTraits/${name}` })),
      payload: { type: 'object' },
    })
    const catalog = await loadCatalog(
      memorySource({
        'asyncapi/shop/orders.json': JSON.stringify({
          asyncapi: '3.0.0',
          info: { title: 'Orders', version: '1.0.0' },
          channels: {
            orders: {
              address: 'orders',
              messages: { a: withTraits('typed', 'shared'), b: withTraits('timed', 'shared') },
            },
          },
          components: { messageTraits: traits },
        }),
      }),
    )
    const names = catalog.systems[0]?.messages.map(({ envelope }) => Object.keys(envelope.attributes))
    expect(names).toEqual([
      ['id', 'type'],
      ['id', 'time'],
    ])
  })

  it('takes from its traits what it does not say itself', async () => {
    const traits = [
      { name: 'FromFirst', summary: 'first', headers: { properties: { a: { type: 'string' } } } },
      { name: 'FromSecond', deprecated: true },
    ]
    const headers = { properties: { b: { type: 'number' } } }
    const message = await messageOf({ summary: 'own', traits, headers })
    expect(message).toMatchObject({ name: 'FromSecond', summary: 'own', deprecated: true })
    expect(message.headers?.value).toEqual({ properties: { a: { type: 'string' }, b: { type: 'number' } } })
  })

  it('leaves schemas in another language as they are', async () => {
    const schema = { type: 'record', fields: [{ $ref: 'https://example.com/a.avsc' }] }
    const schemaFormat = 'application/vnd.apache.avro;version=1.9.0'
    const message = await messageOf({ payload: { schemaFormat, schema } })
    expect(message).toMatchObject({ schemaFormat, payload: { value: schema }, envelope: { mode: 'bare' } })
  })

  it('has no payload where that is a reference to a file of another language', async () => {
    const schemaFormat = 'application/vnd.google.protobuf;version=3'
    const message = await messageOf({ payload: { schemaFormat, schema: { $ref: './order.proto' } } })
    expect(message).toMatchObject({ schemaFormat, payload: undefined, data: undefined })
  })

  it('unwraps a JSON Schema that states its format', async () => {
    const schemaFormat = 'application/schema+json;version=draft-07'
    const message = await messageOf({ payload: { schemaFormat, schema: order } })
    expect(message).toMatchObject({ schemaFormat, version: { id: 'orders/order.created/1.0.0' } })
    const own = { schemaFormat: 'application/vnd.aai.asyncapi+json;version=3.0.0', schema: order }
    expect((await messageOf({ payload: own })).schemaFormat).toBeUndefined()
  })
})
