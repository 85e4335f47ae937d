import type { Files } from '../../lint/testing/check-rule.ts'

/** What differs in a sample from the usual; each is merged over what stands there. */
export interface SampleParts {
  readonly server?: object
  readonly channel?: object
  readonly message?: object
  /** The send operation of "shop" and the receive operation of "crm". */
  readonly send?: object
  readonly receive?: object
}

/** "shop" sends OrderCreated to the Kafka topic "orders" and "crm" receives it; `kafka` is the channel's binding. */
export function onKafka({ kafka = {}, ...parts }: SampleParts & { readonly kafka?: object } = {}): Files {
  const orders = {
    address: 'orders',
    messages: { orderCreated: orderCreated(parts) },
    bindings: { kafka },
    ...parts.channel,
  }
  const server = { host: 'kafka:9092', protocol: 'kafka', ...parts.server }
  return bus(server, { orders }, { send: 'orders', receive: 'orders' }, parts)
}

export interface RabbitParts extends SampleParts {
  readonly exchange?: object
  readonly queue?: object
  readonly arguments?: object
  /** Bindings of the queue, "orders by order.created" unless stated. */
  readonly bindings?: readonly object[]
  /** Members of the queue's channel. */
  readonly queueChannel?: object
}

/** "shop" sends OrderCreated to the exchange "orders" by "order.created" and "crm" receives it from the queue "crm". */
export function onRabbit(parts: RabbitParts = {}): Files {
  const messages = { orderCreated: orderCreated(parts) }
  const exchange = { name: 'orders', type: 'topic', ...parts.exchange }
  const queue = { name: 'crm', ...parts.queue, 'x-arguments': parts.arguments ?? {} }
  const bindings = parts.bindings ?? [{ exchange: 'orders', routingKey: 'order.created' }]
  const created = {
    address: 'order.created',
    messages,
    bindings: { amqp: { is: 'routingKey', exchange } },
    ...parts.channel,
  }
  const crm = {
    address: 'crm',
    messages,
    bindings: { amqp: { is: 'queue', queue, 'x-bindings': bindings } },
    ...parts.queueChannel,
  }
  const server = { host: 'rabbit:5672', protocol: 'amqp', ...parts.server }
  return bus(server, { created, crm }, { send: 'created', receive: 'crm' }, parts)
}

/** Over MQTT, whose channels have only an address. */
export function onMqtt(parts: SampleParts = {}): Files {
  const orders = { address: 'orders', messages: { orderCreated: orderCreated(parts) }, ...parts.channel }
  const server = { host: 'mqtt:1883', protocol: 'mqtt', ...parts.server }
  return bus(server, { orders }, { send: 'orders', receive: 'orders' }, parts)
}

/** The files of one sample without those that end in one of the names. */
export function without(files: Files, ...names: readonly string[]): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !names.some((name) => path.endsWith(`/${name}.yaml`))),
  )
}

function orderCreated({ message }: SampleParts): object {
  return { name: 'OrderCreated', payload: { type: 'object' }, ...message }
}

function bus(
  server: object,
  channels: object,
  on: { readonly send: string; readonly receive: string },
  { send, receive }: SampleParts,
): Files {
  return {
    'asyncapi/bus/channels.yaml': { ...header('channels'), servers: { broker: server }, channels },
    'asyncapi/bus/shop.yaml': application('shop', 'send', on.send, send),
    'asyncapi/bus/crm.yaml': application('crm', 'receive', on.receive, receive),
  }
}

function application(title: string, action: 'send' | 'receive', channel: string, parts: object = {}): object {
  const operation = { action, channel: { $ref: `#/channels/${channel}` }, ...parts }
  return {
    ...header(title),
    channels: { [channel]: { $ref: `./channels.yaml#/channels/${channel}` } },
    operations: { [`${action}Order`]: operation },
  }
}

function header(title: string): object {
  return { asyncapi: '3.0.0', info: { title, version: '1.0.0' } }
}

/** A sample whose shared document has one channel more. */
export function withChannel(files: Files, key: string, channel: object): Files {
  return inShared(files, (document) => ({
    ...document,
    channels: { ...document['channels'], [key]: channel },
  }))
}

/** A sample with other servers in its shared document. */
export function withServers(files: Files, servers: object): Files {
  return inShared(files, (document) => ({ ...document, servers }))
}

/** The files of a sample in which the channel "orders" has the key "others", everywhere. */
export function renamed(files: Files): Files {
  const text = JSON.stringify(files)
    .replaceAll('"orders":', '"others":')
    .replaceAll('/channels/orders', '/channels/others')
  return JSON.parse(text) as Files
}

type Document = Readonly<Record<string, object>>

function inShared(files: Files, change: (document: Document) => object): Files {
  const path = 'asyncapi/bus/channels.yaml'
  return { ...files, [path]: change(files[path] as Document) }
}

/** A sample in which an application has other operations. */
export function withOperations(files: Files, application: string, operations: object): Files {
  const path = `asyncapi/bus/${application}.yaml`
  return { ...files, [path]: { ...(files[path] as object), operations } }
}

/** A sample with one application more. */
export function withApplication(files: Files, name: string, operations: object): Files {
  return { ...files, [`asyncapi/bus/${name}.yaml`]: { ...header(name), operations } }
}
