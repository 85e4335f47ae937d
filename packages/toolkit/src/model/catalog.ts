/**
 * What `loadCatalog` returns: everything a repository of contracts says, readonly, with the place of each thing.
 * Lists are sorted by name, so whatever is derived from a catalog is deterministic.
 */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** A value in a file of the repository: `pointer` is a JSON Pointer (RFC 6901), `''` the whole file. */
export interface Node<T extends Json = Json> {
  /** Path relative to the catalog's root, with `/`. */
  readonly file: string
  readonly pointer: string
  readonly value: T
}

/** A position for people; line and column count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer: string
}

export interface Catalog {
  /** What was loaded, for messages: a folder, a revision, an archive. */
  readonly source: string
  readonly systems: readonly System[]
  readonly subjects: readonly Subject[]
  /** Whether every list of strings is open for those who read, by the configuration. */
  readonly openEnums: boolean
  /** Every file that was read, by path. */
  readonly files: ReadonlyMap<string, ContractFile>
  /** Follows a `$ref` found in `from.file`; chains of references are followed to their end. */
  readonly resolve: (from: { readonly file: string }, ref: string) => Node
  /** Position of a node; computed when asked, because only findings need it. */
  readonly locate: (node: { readonly file: string; readonly pointer: string }) => Place
}

export interface ContractFile {
  readonly path: string
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
  readonly text: string
  readonly value: Json
  /** Every reference in it, in the order of the file. */
  readonly references: readonly FileReference[]
}

/** A `$ref` and where its keyword stands. */
export interface FileReference {
  readonly file: string
  readonly pointer: string
  readonly ref: string
  /** The file that it names; undefined for an identifier, and for one that leads nowhere. */
  readonly path: string | undefined
  /** What it names in the file; empty for all of it. */
  readonly fragment: string
}

/** A folder under asyncapi/: one or more applications that share brokers and channels. */
export interface System {
  readonly name: string
  readonly description: string | undefined
  readonly documents: readonly ContractDocument[]
  readonly servers: readonly Server[]
  readonly channels: readonly Channel[]
  /** Every message of the system's channels, each once. */
  readonly messages: readonly Message[]
  readonly services: readonly Service[]
}

/** One AsyncAPI document. */
export interface ContractDocument {
  readonly path: string
  /** Version of AsyncAPI, `3.0.0`. */
  readonly asyncapi: string
  readonly title: string
  readonly version: string
  readonly description: string | undefined
  readonly node: Node<JsonObject>
}

/** An application: a document with operations. */
export interface Service {
  readonly name: string
  readonly system: string
  readonly title: string
  readonly version: string
  readonly description: string | undefined
  /** From `info.contact.name` or `info.x-owner`. */
  readonly owner: string | undefined
  /** CloudEvents `source` of what it sends: `info.x-source`, else its name. */
  readonly source: string
  readonly document: ContractDocument
  readonly operations: readonly Operation[]
}

export interface Server {
  readonly name: string
  readonly host: string
  /** As the contract writes it: amqp, amqps, kafka, kafka-secure, … */
  readonly protocol: string
  readonly pathname: string | undefined
  readonly description: string | undefined
  /** One of them is enough to be let in; empty where anyone is. */
  readonly security: readonly SecurityScheme[]
  readonly node: Node<JsonObject>
}

/** One way to authenticate. */
export interface SecurityScheme {
  /** Key under which it is defined, else its type. */
  readonly name: string
  readonly definition: Json
}

export interface Channel {
  /** Identity: file and pointer of its definition, after following references. */
  readonly id: string
  /** Key in the `channels` map where it is defined. */
  readonly name: string
  readonly address: string | undefined
  readonly system: string
  readonly title: string | undefined
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly parameters: readonly ChannelParameter[]
  readonly messages: readonly Message[]
  readonly servers: readonly Server[]
  /** Protocols of its bindings; where it has none, of its servers. Only those that Concordat knows. */
  readonly protocols: readonly ('amqp' | 'kafka')[]
  readonly amqp: AmqpChannel | undefined
  readonly kafka: KafkaChannel | undefined
  readonly deprecation: Deprecation | undefined
  readonly node: Node<JsonObject>
}

/** Says that a thing should not be used any more; from `x-deprecated`. */
export interface Deprecation {
  /** Day from which it holds, `2026-11-01`. */
  readonly since: string | undefined
  /** First day on which the thing may be gone. */
  readonly removal: string | undefined
  /** What to use instead, as the contract names it. */
  readonly successor: string | undefined
}

export interface ChannelParameter {
  readonly name: string
  readonly enum: readonly string[]
  readonly default: string | undefined
  readonly description: string | undefined
}

export type BrokerArguments = Readonly<Record<string, string | number | boolean>>

/** AMQP channel binding 0.3.0 with our extensions `x-arguments` and `x-bindings`. */
export type AmqpChannel =
  | { readonly is: 'routingKey'; readonly exchange: AmqpExchange; readonly bindings: readonly AmqpBinding[] }
  | { readonly is: 'queue'; readonly queue: AmqpQueue; readonly bindings: readonly AmqpBinding[] }

export interface AmqpExchange {
  /** Empty string: the default exchange. */
  readonly name: string
  readonly type: 'topic' | 'direct' | 'fanout' | 'headers' | 'default'
  readonly durable: boolean
  readonly autoDelete: boolean
  readonly vhost: string
  readonly arguments: BrokerArguments
}

export interface AmqpQueue {
  readonly name: string
  readonly durable: boolean
  readonly exclusive: boolean
  readonly autoDelete: boolean
  readonly vhost: string
  readonly arguments: BrokerArguments
}

/** An edge from a source exchange to the channel's queue or, for `is: routingKey`, to its exchange. */
export interface AmqpBinding {
  readonly exchange: string
  readonly routingKey: string
  readonly arguments: BrokerArguments
  readonly node: Node
}

/** Kafka channel binding 0.5.0. */
export interface KafkaChannel {
  readonly topic: string
  readonly partitions: number
  readonly replicas: number
  /** By Kafka's own names, values as strings (lists joined by commas). */
  readonly configuration: Readonly<Record<string, string>>
}

export interface Message {
  /** Identity: file and pointer of its definition, after following references. */
  readonly id: string
  /** `name`, else the key under which it is defined. */
  readonly name: string
  readonly title: string | undefined
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly deprecated: boolean
  readonly deprecation: Deprecation | undefined
  /** From `x-event-kind`. */
  readonly kind: EventKind | undefined
  readonly tags: readonly string[]
  readonly contentType: string
  /** As the contract writes it; undefined for JSON Schema in AsyncAPI's own dialect. */
  readonly schemaFormat: string | undefined
  /** The whole body on the wire. */
  readonly payload: Node | undefined
  readonly headers: Node | undefined
  readonly envelope: Envelope
  /** Schema of the data inside the envelope; the payload where there is no envelope. */
  readonly data: Node | undefined
  /** The subject's version that `data` is, where it is one. */
  readonly version: SubjectVersion | undefined
  /** Value of the CloudEvents attribute `type`: the constant in the contract, else the name. */
  readonly type: string
  /** JSON Pointer into the data of the message key, from `x-key`. */
  readonly key: string | undefined
  /** Runtime expression, `$message.header#/correlation_id`. */
  readonly correlationId: string | undefined
  /** Raw `bindings`. */
  readonly bindings: JsonObject
  /** The message's own examples. */
  readonly examples: readonly MessageExample[]
  readonly node: Node<JsonObject>
}

export type EventKind =
  | 'domain-event'
  | 'integration-event'
  | 'command'
  | 'query'
  | 'reply'
  | 'notification'
  | 'state-transfer'
  | 'batch'

/** Same shape as the runtime's EnvelopeMapping; the generators print it. */
export interface Envelope {
  readonly mode: 'envelope' | 'structured' | 'binary' | 'bare'
  readonly attributes: Readonly<Record<string, readonly AttributePlace[]>>
  readonly data: string
  /** Attributes that the payload or headers schema requires. */
  readonly required: readonly string[]
}

export interface AttributePlace {
  readonly in: 'payload' | 'headers'
  readonly pointer: string
}

export interface MessageExample {
  readonly name: string | undefined
  readonly summary: string | undefined
  readonly headers: Node<JsonObject> | undefined
  readonly payload: Node | undefined
}

export interface Operation {
  readonly name: string
  readonly action: 'send' | 'receive'
  readonly service: string
  readonly title: string | undefined
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly channel: Channel
  /** The operation's own list; all of the channel's where it has none. */
  readonly messages: readonly Message[]
  readonly delivery: Delivery
  /** Raw `bindings`. */
  readonly bindings: JsonObject
  /** What it asks for beside what the server does; one of them is enough. */
  readonly security: readonly SecurityScheme[]
  readonly reply: Reply | undefined
  readonly node: Node<JsonObject>
}

export interface Reply {
  readonly channel: Channel | undefined
  /** Runtime expression that says where the request names the address, `$message.header#/replyTo`. */
  readonly address: string | undefined
  readonly messages: readonly Message[]
}

/** `x-delivery` of a receive operation with the defaults filled in. Times in milliseconds. */
export interface Delivery {
  readonly prefetch: number
  readonly attempts: number
  readonly delay: number
  readonly multiplier: number
  readonly maxDelay: number
  /** Kafka only; RabbitMQ's dead letters follow from the queue's arguments. */
  readonly deadLetterTopic: string | undefined
  readonly start: 'earliest' | 'latest'
  /** Whether the contract states `x-delivery` itself. */
  readonly stated: boolean
}

/** The name under which the versions of one schema stand: `orders/order.created`. */
export interface Subject {
  readonly name: string
  readonly domain: string
  /** Oldest first. */
  readonly versions: readonly SubjectVersion[]
}

export interface SubjectVersion {
  /** `orders/order.created/1.1.0`. */
  readonly id: string
  readonly subject: string
  readonly version: string
  readonly path: string
  readonly schema: Node
  readonly title: string | undefined
  readonly description: string | undefined
  readonly deprecated: boolean
  readonly examples: readonly Node[]
}
