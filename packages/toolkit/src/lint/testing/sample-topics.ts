import type { Files } from './check-rule.ts'

/** One application on Kafka in short: names of messages by topic. */
export interface SampleApplication {
  readonly send?: Readonly<Record<string, readonly string[]>>
  readonly receive?: Readonly<Record<string, readonly string[]>>
  /** Of every topic that it receives from. */
  readonly deadLetterTopic?: string
  readonly group?: string
}

export interface SampleTopics {
  /** Kafka bindings of topics by name. */
  readonly bindings?: Readonly<Record<string, object>>
  /** What the messages have besides name and payload, by name. */
  readonly messages?: Readonly<Record<string, object>>
}

/** Writes the documents of a system on Kafka: one for the channels and one for each application. */
export function topics(
  applications: Readonly<Record<string, SampleApplication>>,
  options: SampleTopics = {},
): Files {
  const uses = Object.values(applications).flatMap(({ send = {}, receive = {} }) => [
    ...Object.entries(send),
    ...Object.entries(receive),
  ])
  const names = new Set(uses.flatMap(([, messages]) => messages))
  const channels = Map.groupBy(uses, ([topic]) => topic)
  const messages = [...names].map((name) => [
    name,
    { name, payload: { type: 'object' }, ...options.messages?.[name] },
  ])
  return {
    'asyncapi/bus/channels.yaml': {
      ...header('bus'),
      servers: { local: { host: 'localhost:9092', protocol: 'kafka' } },
      channels: Object.fromEntries(
        [...channels].map(([topic, list]) => [
          topic,
          channelOf(
            topic,
            list.flatMap(([, all]) => all),
            options,
          ),
        ]),
      ),
      components: { messages: Object.fromEntries(messages) },
    },
    ...Object.fromEntries(
      Object.entries(applications).map(([name, application]) => [
        `asyncapi/bus/${name}.yaml`,
        documentOf(name, application),
      ]),
    ),
  }
}

function header(title: string) {
  return { asyncapi: '3.0.0', info: { title, version: '1.0.0' } }
}

function channelOf(topic: string, messages: readonly string[], { bindings = {} }: SampleTopics) {
  const listed = messages.map((name) => [name, { $ref: `#/components/messages/${name}` }])
  const binding = bindings[topic]
  return {
    address: topic,
    messages: Object.fromEntries(listed),
    ...(binding === undefined ? {} : { bindings: { kafka: binding } }),
  }
}

function documentOf(name: string, { send = {}, receive = {}, deadLetterTopic, group }: SampleApplication) {
  const channels = [...Object.keys(send), ...Object.keys(receive)]
  const delivery = deadLetterTopic === undefined ? {} : { 'x-delivery': { deadLetterTopic } }
  const bindings =
    group === undefined ? {} : { bindings: { kafka: { groupId: { type: 'string', enum: [group] } } } }
  const operation = (action: string, topic: string, messages: readonly string[]) => [
    `${action} ${topic}`,
    {
      action,
      channel: { $ref: `#/channels/${topic}` },
      messages: messages.map((message) => ({ $ref: `#/channels/${topic}/messages/${message}` })),
      ...(action === 'receive' ? { ...delivery, ...bindings } : {}),
    },
  ]
  return {
    ...header(name),
    channels: Object.fromEntries(
      channels.map((topic) => [topic, { $ref: `./channels.yaml#/channels/${topic}` }]),
    ),
    operations: Object.fromEntries([
      ...Object.entries(send).map(([topic, messages]) => operation('send', topic, messages)),
      ...Object.entries(receive).map(([topic, messages]) => operation('receive', topic, messages)),
    ]),
  }
}
