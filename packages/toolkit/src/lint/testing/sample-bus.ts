import type { Files } from './check-rule.ts'

type Arguments = Readonly<Record<string, unknown>>

/** A system on RabbitMQ in short. Every message named in it has an empty payload. */
export interface SampleBus {
  /** Types by name of the exchange; `bindings` are `source/routing.key`. */
  readonly exchanges?: Readonly<
    Record<string, string | { type: string; bindings?: readonly string[]; arguments?: Arguments }>
  >
  /** Names of messages by `exchange/routing.key` or by the name of a queue; "sender" sends them. */
  readonly sends?: Readonly<Record<string, string>>
  readonly queues?: Readonly<Record<string, SampleQueue>>
}

export interface SampleQueue {
  /** `exchange/routing.key`. */
  readonly bindings?: readonly string[]
  /** Names of the messages that the channel lists. */
  readonly messages?: readonly string[]
  readonly arguments?: Arguments
  /** Applications that receive from it, "receiver" by default. */
  readonly readers?: readonly string[]
  readonly queue?: Arguments
}

/** Writes the documents of such a system: one for the channels and one for each application. */
export function sampleBus({ exchanges = {}, sends = {}, queues = {} }: SampleBus): Files {
  const channels = {
    ...Object.fromEntries(
      Object.entries(exchanges).map(([name, type]) => [name, exchangeChannel(name, type)]),
    ),
    ...Object.fromEntries(
      Object.entries(sends).flatMap(([to, message]) => sendChannel(to, message, exchanges)),
    ),
    ...Object.fromEntries(Object.entries(queues).map(([name, queue]) => [name, queueChannel(name, queue)])),
  }
  const names = [...Object.values(sends), ...Object.values(queues).flatMap(({ messages = [] }) => messages)]
  const messages = Object.fromEntries(names.map((name) => [name, { name, payload: { type: 'object' } }]))
  const readers = Object.entries(queues).flatMap(([name, { readers = ['receiver'] }]) =>
    readers.map((reader) => [reader, name] as const),
  )
  return {
    'asyncapi/bus/channels.yaml': { ...header('bus'), servers, channels, components: { messages } },
    'asyncapi/bus/sender.yaml': application('sender', 'send', Object.keys(sends)),
    ...Object.fromEntries(
      [...Map.groupBy(readers, ([reader]) => reader)].map(([reader, list]) => [
        `asyncapi/bus/${reader}.yaml`,
        application(
          reader,
          'receive',
          list.map(([, queue]) => queue),
        ),
      ]),
    ),
  }
}

const servers = { local: { host: 'localhost:5672', protocol: 'amqp' } }

function header(title: string) {
  return { asyncapi: '3.0.0', info: { title, version: '1.0.0' } }
}

function exchangeChannel(name: string, declared: NonNullable<SampleBus['exchanges']>[string]) {
  const {
    type,
    bindings = [],
    arguments: args = {},
  } = typeof declared === 'string' ? { type: declared } : declared
  const exchange = { name, type, 'x-arguments': args }
  return {
    address: name,
    bindings: { amqp: { is: 'routingKey', exchange, 'x-bindings': bindings.map(toBinding) } },
  }
}

function sendChannel(to: string, message: string, exchanges: NonNullable<SampleBus['exchanges']>) {
  const { exchange, routingKey } = toBinding(to)
  if (!to.includes('/')) return []
  const declared = exchanges[exchange]
  const channel = declared === undefined ? {} : exchangeChannel(exchange, declared)
  return [[to, { ...channel, address: routingKey, messages: listed([message]) }]]
}

function queueChannel(
  name: string,
  { bindings = [], messages = [], arguments: args = {}, queue = {} }: SampleQueue,
) {
  const amqp = {
    is: 'queue',
    queue: { name, ...queue, 'x-arguments': args },
    'x-bindings': bindings.map(toBinding),
  }
  return { address: name, messages: listed(messages), bindings: { amqp } }
}

function listed(messages: readonly string[]) {
  return Object.fromEntries(messages.map((name) => [name, { $ref: `#/components/messages/${name}` }]))
}

function toBinding(text: string) {
  const slash = text.indexOf('/')
  return { exchange: text.slice(0, slash), routingKey: text.slice(slash + 1) }
}

function application(name: string, action: string, channels: readonly string[]) {
  const token = (channel: string): string => channel.replaceAll('~', '~0').replaceAll('/', '~1')
  const link = (channel: string) => ({ $ref: `./channels.yaml#/channels/${encodeURI(token(channel))}` })
  const operation = (channel: string) => ({
    action,
    channel: { $ref: `#/channels/${encodeURI(token(channel))}` },
  })
  return {
    ...header(name),
    channels: Object.fromEntries(channels.map((channel) => [channel, link(channel)])),
    operations: Object.fromEntries(channels.map((channel) => [`${action} ${channel}`, operation(channel)])),
  }
}
