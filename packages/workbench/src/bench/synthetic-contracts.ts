import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const EVENTS_PER_SERVICE = 20

/**
 * Writes a repository of contracts with a given number of events: subjects of 12 fields that share a money type, one
 * service for every 20 events, which sends its own events and receives those of the next service over RabbitMQ. The same
 * number gives the same files, byte for byte.
 */
export function writeSyntheticContracts(folder: string, eventCount: number): void {
  const serviceCount = Math.ceil(eventCount / EVENTS_PER_SERVICE)
  const write = (path: string, content: unknown): void => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  }
  write('concordat.config.json', { targets: { typescript: {} } })
  write('schemas/common/money/1.0.0.json', money)
  write('schemas/envelopes/event/1.0.0.json', envelope)
  for (let index = 0; index < eventCount; index++)
    write(`schemas/${domainOf(index)}/${subjectOf(index)}/1.0.0.json`, eventSchema(index))
  for (let service = 0; service < serviceCount; service++) {
    const own = eventsOf(service, eventCount)
    const others = eventsOf((service + 1) % serviceCount, eventCount)
    write(
      `asyncapi/synthetic/channels-${service}.json`,
      channelsDocument(service, own, (service + serviceCount - 1) % serviceCount),
    )
    write(
      `asyncapi/synthetic/service-${service}.json`,
      serviceDocument(service, own, (service + 1) % serviceCount, others),
    )
  }
}

/** Path of one event's schema, for a benchmark that changes it. */
export function syntheticSchemaPath(index: number): string {
  return `schemas/${domainOf(index)}/${subjectOf(index)}/1.0.0.json`
}

/**
 * Releases a minor version of so many events, spread over all: each has a new optional property, and in every tenth one
 * more is required, which breaks its consumers.
 *
 * @param round tells the versions of several calls apart
 */
export function writeSyntheticVersions(
  folder: string,
  eventCount: number,
  { changed, round }: { readonly changed: number; readonly round: number },
): void {
  for (let number = 0; number < changed; number++) {
    const index = Math.floor((number * eventCount) / changed)
    const next = nextVersion(eventSchema(index), { isBreaking: number % 10 === 5, round })
    const file = join(folder, syntheticSchemaPath(index).replace('1.0.0', '1.1.0'))
    writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`)
  }
}

function nextVersion(
  schema: EventSchema,
  { isBreaking, round }: { readonly isBreaking: boolean; readonly round: number },
): unknown {
  return {
    ...schema,
    $id: schema.$id.replace('1.0.0', '1.1.0'),
    properties: {
      ...schema.properties,
      note: { type: 'string', maxLength: 100 + round },
      region: { type: 'string' },
    },
    required: [...schema.required, ...(isBreaking ? ['region'] : [])],
    examples: schema.examples.map((example) => ({ ...example, region: 'EU' })),
  }
}

interface EventSchema {
  readonly [keyword: string]: unknown
  readonly $id: string
  readonly properties: Record<string, object>
  readonly required: string[]
  readonly examples: readonly object[]
}

function eventsOf(service: number, eventCount: number): readonly number[] {
  const first = service * EVENTS_PER_SERVICE
  return Array.from(
    { length: Math.min(EVENTS_PER_SERVICE, eventCount - first) },
    (_, offset) => first + offset,
  )
}

const domainOf = (index: number): string => `domain-${Math.floor(index / EVENTS_PER_SERVICE)}`
const subjectOf = (index: number): string => `thing-${index}.changed`
const messageOf = (index: number): string => `Thing${index}Changed`
const keyOf = (index: number): string => `thing${index}Changed`

const money = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'concordat:/common/money/1.0.0.json',
  title: 'Money',
  description: 'An amount in minor units with its currency.',
  type: 'object',
  properties: { amount: { type: 'integer' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
  required: ['amount', 'currency'],
  examples: [
    { amount: 150_000, currency: 'UAH' },
    { amount: 0, currency: 'EUR' },
  ],
}

const envelope = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'concordat:/envelopes/event/1.0.0.json',
  title: 'EventEnvelope',
  description: 'What surrounds the data of every event.',
  'x-concordat-envelope': {
    id: '/id',
    type: '/type',
    source: '/source',
    time: '/timestamp',
    correlationid: '/correlation_id',
    data: '/data',
  },
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1 },
    type: { type: 'string' },
    source: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    correlation_id: { type: 'string' },
    data: { type: 'object' },
  },
  required: ['id', 'type', 'source', 'timestamp', 'data'],
  examples: [
    { id: 'evt_1', type: 'x', source: 's', timestamp: '2024-01-15T10:30:00Z', data: {} },
    { id: 'evt_2', type: 'x', source: 's', timestamp: '2024-01-15T10:30:00Z', correlation_id: 'c', data: {} },
  ],
}

function dataExample(index: number): Record<string, unknown> {
  return {
    thing_id: `thing_${index}`,
    name: `Thing ${index}`,
    status: 'active',
    quantity: index,
    price: { amount: 100 + index, currency: 'UAH' },
    changed_at: '2024-01-15T10:30:00Z',
    lines: [{ sku: `SKU-${index}`, quantity: 1 }],
  }
}

/** The schema of one event with the money type inside it, for comparing schemas alone. */
export function closedEvent(index: number): EventSchema {
  const schema = eventSchema(index)
  return {
    ...schema,
    properties: { ...schema.properties, price: { $ref: '#/definitions/money' } },
    definitions: { money: { type: money.type, properties: money.properties, required: money.required } },
  }
}

function eventSchema(index: number): EventSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `concordat:/${domainOf(index)}/${subjectOf(index)}/1.0.0.json`,
    title: messageOf(index),
    description: `Thing ${index} changed.`,
    type: 'object',
    properties: {
      thing_id: { type: 'string', minLength: 1, description: 'Which thing changed.' },
      name: { type: 'string', maxLength: 200 },
      status: { enum: ['active', 'paused', 'gone'], description: 'What became of it.' },
      quantity: { type: 'integer', minimum: 0 },
      price: { $ref: '../../common/money/1.0.0.json' },
      changed_at: { type: 'string', format: 'date-time' },
      changed_by: { type: 'string', format: 'uuid' },
      contact: { type: 'string', format: 'email' },
      tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      notes: { type: ['string', 'null'] },
      ratio: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
      lines: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            sku: { type: 'string', pattern: '^SKU-\\d+$' },
            quantity: { type: 'integer', minimum: 1 },
          },
          required: ['sku', 'quantity'],
        },
      },
    },
    required: ['thing_id', 'name', 'status', 'quantity', 'price', 'changed_at', 'lines'],
    examples: [
      dataExample(index),
      { ...dataExample(index), status: 'gone', notes: null, ratio: 0.5, tags: ['a', 'b'] },
    ],
  }
}

function header(title: string): Record<string, unknown> {
  return {
    asyncapi: '3.0.0',
    info: {
      title,
      version: '1.0.0',
      description: `${title}, made up for measuring.`,
      license: { name: 'MIT' },
      contact: { name: 'Bench' },
    },
  }
}

/** Exchange and events of a service, and the queue of the one that receives them. */
function channelsDocument(service: number, own: readonly number[], receiver: number): unknown {
  const exchange = `exchange-${service}`
  const queue = `service-${receiver}.events`
  const messages = Object.fromEntries(
    own.map((index) => [keyOf(index), { $ref: `#/components/messages/${messageOf(index)}` }]),
  )
  const queueChannel = (name: string, args: Record<string, unknown>, bindings: unknown): unknown => ({
    address: name,
    messages,
    bindings: {
      amqp: {
        is: 'queue',
        queue: { name, durable: true, exclusive: false, autoDelete: false, vhost: '/', 'x-arguments': args },
        bindingVersion: '0.3.0',
        'x-bindings': bindings,
      },
    },
  })
  return {
    ...header(`Channels ${service}`),
    defaultContentType: 'application/json',
    servers: { rabbitmq: { host: 'localhost:5672', protocol: 'amqp' } },
    channels: {
      ...Object.fromEntries(own.map((index) => [subjectOf(index), sendChannel(exchange, index)])),
      [queue]: queueChannel(queue, { 'x-dead-letter-exchange': `${exchange}.dead` }, [
        { exchange, routingKey: '#' },
      ]),
      [`${queue}.dead`]: queueChannel(`${queue}.dead`, {}, [
        { exchange: `${exchange}.dead`, routingKey: '#' },
      ]),
      [`${exchange}.dead`]: {
        address: `${exchange}.dead`,
        messages: {},
        bindings: { amqp: exchangeBinding(`${exchange}.dead`) },
      },
    },
    components: { messages: Object.fromEntries(own.map((index) => [messageOf(index), message(index)])) },
  }
}

function exchangeBinding(name: string): unknown {
  return {
    is: 'routingKey',
    exchange: { name, type: 'topic', durable: true, autoDelete: false, vhost: '/' },
    bindingVersion: '0.3.0',
  }
}

function sendChannel(exchange: string, index: number): unknown {
  return {
    address: subjectOf(index),
    messages: { [keyOf(index)]: { $ref: `#/components/messages/${messageOf(index)}` } },
    bindings: { amqp: exchangeBinding(exchange) },
  }
}

function message(index: number): unknown {
  return {
    name: messageOf(index),
    title: `Thing ${index} changed`,
    summary: `Thing ${index} changed.`,
    contentType: 'application/json',
    'x-event-kind': 'domain-event',
    payload: {
      allOf: [
        { $ref: '../../schemas/envelopes/event/1.0.0.json' },
        {
          type: 'object',
          properties: {
            type: { const: subjectOf(index) },
            data: { $ref: `../../${syntheticSchemaPath(index)}` },
          },
          required: ['data'],
        },
      ],
    },
    examples: [
      {
        payload: {
          id: `evt_${index}`,
          type: subjectOf(index),
          source: 'bench',
          timestamp: '2024-01-15T10:30:00Z',
          data: dataExample(index),
        },
      },
    ],
  }
}

function serviceDocument(
  service: number,
  own: readonly number[],
  next: number,
  others: readonly number[],
): unknown {
  const queue = `service-${service}.events`
  const channels = `./channels-${service}.json#/channels`
  return {
    ...header(`Service ${service}`),
    servers: { rabbitmq: { $ref: `./channels-${service}.json#/servers/rabbitmq` } },
    channels: {
      ...Object.fromEntries(
        own.map((index) => [subjectOf(index), { $ref: `${channels}/${subjectOf(index)}` }]),
      ),
      [queue]: { $ref: `./channels-${next}.json#/channels/${queue}` },
    },
    operations: {
      ...Object.fromEntries(
        own.map((index) => [
          `sendThing${index}Changed`,
          {
            action: 'send',
            channel: { $ref: `#/channels/${subjectOf(index)}` },
            messages: [{ $ref: `#/channels/${subjectOf(index)}/messages/${keyOf(index)}` }],
          },
        ]),
      ),
      receiveEvents: {
        action: 'receive',
        channel: { $ref: `#/channels/${queue}` },
        messages: others.map((index) => ({ $ref: `#/channels/${queue}/messages/${keyOf(index)}` })),
        'x-delivery': { prefetch: 10, retry: { attempts: 3, delay: 1000 } },
      },
    },
  }
}
