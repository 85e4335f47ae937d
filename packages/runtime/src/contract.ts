/**
 * The shape of the constants that generated clients hold. Everything that the runtime knows about a message comes from
 * here, so a generated file needs no behaviour of its own.
 */

/** A broker protocol, by the name AsyncAPI gives its bindings. */
export type Protocol = 'amqp' | 'kafka'

/** One application: what it sends, what it receives and what must stand on the broker for it to work. */
export interface ApplicationContract {
  readonly system: string
  readonly application: string
  /** Value of the CloudEvents attribute `source` of all that it publishes. */
  readonly source: string
  /** Messages by the name of the publisher's method. */
  readonly sends: Readonly<Record<string, SentMessage>>
  /** Operations by name; each is one queue or one topic subscription. */
  readonly receives: Readonly<Record<string, ReceiveOperation>>
  readonly topology: Topology
}

export interface SentMessage {
  /** Message name in the contract, for errors and traces. */
  readonly name: string
  /** Value of the attribute `type`. */
  readonly type: string
  readonly contentType: string
  readonly envelope: EnvelopeMapping
  /** Where it goes, by protocol. */
  readonly targets: { readonly amqp?: AmqpTarget; readonly kafka?: KafkaTarget }
  /** JSON Pointer (RFC 6901) into the data whose value is the message key. */
  readonly key?: string
  /** Subject and version of the data, `orders/order.created/2.0.0`, where the contract has one. */
  readonly schema?: string
  /** Strict: refuses what the contract does not declare. Checks the whole payload as it goes on the wire. */
  readonly validate: Validator
  readonly validateHeaders?: Validator
}

export interface AmqpTarget {
  /** Empty string: the default exchange, which routes to the queue named by the routing key. */
  readonly exchange: string
  /** May hold `{parameter}` of the channel's address. */
  readonly routingKey: string
  /** AMQP 0-9-1 basic.publish `mandatory`: reject when no queue takes the message. */
  readonly mandatory: boolean
  readonly persistent: boolean
}

export interface KafkaTarget {
  /** May hold `{parameter}` of the channel's address. */
  readonly topic: string
}

export interface ReceiveOperation {
  readonly name: string
  readonly sources: { readonly amqp?: AmqpSource; readonly kafka?: KafkaSource }
  readonly delivery: DeliveryPolicy
  /** Messages by the name of the handler. */
  readonly messages: Readonly<Record<string, ReceivedMessage>>
}

export interface AmqpSource {
  readonly queue: string
  /** Whether the queue has a dead-letter exchange that a rejected message reaches. */
  readonly deadLetters: boolean
}

export interface KafkaSource {
  readonly topic: string
  readonly groupId: string
  /** Where a group without a committed offset starts. */
  readonly start: 'earliest' | 'latest'
  readonly deadLetterTopic?: string
}

export interface ReceivedMessage {
  readonly name: string
  readonly type: string
  readonly contentType: string
  readonly envelope: EnvelopeMapping
  readonly schema?: string
  /** Tolerant: ignores properties it does not know. Checks the whole payload as it came. */
  readonly validate: Validator
  readonly validateHeaders?: Validator
}

/** Delivery policy of a receive operation, from `x-delivery`. */
export interface DeliveryPolicy {
  /** Messages in flight at a time. */
  readonly prefetch: number
  /** Handler calls before a message is dead-lettered, the first one included. */
  readonly attempts: number
  /** Wait before the second attempt, milliseconds. */
  readonly delay: number
  /** Factor by which each further wait grows. */
  readonly multiplier: number
  /** Longest wait, milliseconds. */
  readonly maxDelay: number
}

/**
 * Where the CloudEvents attributes (1.0.2) of a message stand.
 * - `envelope`: a payload of the contract's own shape that holds the attributes and the data
 * - `structured`: CloudEvents JSON event format
 * - `binary`: bare data in the body, attributes in headers
 * - `bare`: no attributes at all
 */
export interface EnvelopeMapping {
  readonly mode: 'envelope' | 'structured' | 'binary' | 'bare'
  /** Places by attribute name; an attribute may stand in several. */
  readonly attributes: Readonly<Record<string, readonly AttributePlace[]>>
  /**
   * JSON Pointer of the data in the payload. Empty string: the data is the payload; payload attributes, where there are
   * any, then stand beside the data's own properties.
   */
  readonly data: string
}

export interface AttributePlace {
  readonly in: 'payload' | 'headers'
  /** JSON Pointer into the payload or the headers. */
  readonly pointer: string
}

/** A compiled validator in the form ajv's standalone code exports. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly ValidationFailure[] | null
}

export interface ValidationFailure {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params?: unknown
}

/** What must stand on the broker. Declaring it twice changes nothing. */
export interface Topology {
  readonly exchanges: readonly ExchangeDeclaration[]
  readonly queues: readonly QueueDeclaration[]
  readonly bindings: readonly BindingDeclaration[]
  readonly topics: readonly TopicDeclaration[]
}

export type ExchangeType = 'topic' | 'direct' | 'fanout' | 'headers'

/** Arguments of an AMQP declaration (RabbitMQ `x-` arguments and header matches). */
export type BrokerArguments = Readonly<Record<string, string | number | boolean>>

export interface ExchangeDeclaration {
  readonly name: string
  readonly type: ExchangeType
  readonly durable: boolean
  readonly autoDelete: boolean
  readonly arguments?: BrokerArguments
}

export interface QueueDeclaration {
  readonly name: string
  readonly durable: boolean
  readonly exclusive: boolean
  readonly autoDelete: boolean
  readonly arguments?: BrokerArguments
}

export interface BindingDeclaration {
  /** Source exchange. */
  readonly exchange: string
  readonly destination: { readonly kind: 'queue' | 'exchange'; readonly name: string }
  readonly routingKey: string
  readonly arguments?: BrokerArguments
}

export interface TopicDeclaration {
  readonly name: string
  readonly partitions: number
  readonly replicas: number
  /** Topic configuration by Kafka's own names, values as strings. */
  readonly configuration: Readonly<Record<string, string>>
}
