import type { JsonObject } from '../../model/catalog.ts'

const DRAFT = 'http://json-schema.org/draft-07/schema#'

/** What surrounds the data of every event of a new system. */
export const eventEnvelope: JsonObject = {
  $schema: DRAFT,
  $id: 'concordat:/envelopes/event-envelope/1.0.0.json',
  title: 'EventEnvelope',
  description: 'What surrounds the data of every event.',
  'x-concordat-envelope': {
    id: '/id',
    type: '/type',
    source: '/source',
    time: '/time',
    correlationid: '/correlation_id',
    dataversion: '/data_version',
    data: '/data',
  },
  type: 'object',
  properties: {
    id: {
      type: 'string',
      description: 'Identifier of the event; a consumer drops an event whose identifier it has seen.',
      minLength: 1,
      maxLength: 128,
    },
    type: { type: 'string', description: 'Kind of the event.', minLength: 1, maxLength: 128 },
    source: {
      type: 'string',
      description: 'Service that published the event.',
      minLength: 1,
      maxLength: 128,
    },
    time: { type: 'string', description: 'When the event happened.', format: 'date-time' },
    correlation_id: {
      type: 'string',
      description: 'Identifier of the request that caused the event.',
      minLength: 1,
      maxLength: 128,
    },
    data_version: {
      type: 'string',
      description: 'Version of the schema of the data.',
      pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
    },
    data: { type: 'object', description: 'What happened; each event has its own schema.' },
  },
  required: ['id', 'type', 'source', 'time', 'data'],
  examples: [
    {
      id: 'evt-1',
      type: 'order.created',
      source: 'order-service',
      time: '2026-01-15T10:30:00Z',
      data: { order_id: 'ord-1' },
    },
    {
      id: 'evt-2',
      type: 'order.created',
      source: 'order-service',
      time: '2026-01-15T10:31:07.412Z',
      correlation_id: 'req-7',
      data_version: '1.0.0',
      data: { order_id: 'ord-2' },
    },
  ],
}

/** The data of the first event of a new system. */
export const orderCreated: JsonObject = {
  $schema: DRAFT,
  $id: 'concordat:/orders/order.created/1.0.0.json',
  title: 'OrderCreated',
  description: 'A customer placed an order.',
  type: 'object',
  properties: {
    order_id: { type: 'string', description: 'The new order.', minLength: 1, maxLength: 64 },
    customer_id: { type: 'string', description: 'Customer who placed it.', minLength: 1, maxLength: 64 },
    total: { type: 'integer', description: 'Sum in minor units: 995 is 9.95.', minimum: 0 },
    currency: { type: 'string', description: 'Currency of the sum (ISO 4217).', pattern: '^[A-Z]{3}$' },
    comment: { type: 'string', description: 'What the customer wants to be known.', maxLength: 1000 },
  },
  required: ['order_id', 'customer_id', 'total', 'currency'],
  examples: [
    { order_id: 'ord-1', customer_id: 'cus-1', total: 150_000, currency: 'EUR' },
    {
      order_id: 'ord-2',
      customer_id: 'cus-1',
      total: 995,
      currency: 'EUR',
      comment: 'Leave it at the door.',
    },
  ],
}
