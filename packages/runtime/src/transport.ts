import type { AmqpSource, AmqpTarget, KafkaSource, KafkaTarget, Protocol, Topology } from './contract.ts'

/** A driver for one broker. It moves bytes: envelopes, validation and retries are the runtime's. */
export interface Transport {
  /** Protocols whose targets and sources it takes; the memory transport takes both. */
  readonly protocols: readonly Protocol[]
  /**
   * Declares what is missing on the broker, leaves what is there and passes over what belongs to another protocol.
   * @throws TransportError `topology-mismatch` where the broker holds something else under the same name, `not-found`
   * where a binding leads from or to nothing
   */
  declare(topology: Topology): Promise<void>
  /**
   * Resolves when the broker has taken responsibility for the message (publisher confirm, acks=all).
   * A message that has a target for each of several protocols of the transport goes to all of them.
   * @throws TransportError `unroutable`, `connection-lost`, `not-found`, `message-too-large`, `closed`, `unsupported`
   * (no target for this transport), …
   */
  publish(message: OutgoingMessage): Promise<void>
  /**
   * Starts to consume and resolves when the subscription stands (a Kafka group has its partitions, and what is
   * published from now on reaches a group that starts at `latest`). `deliver` never rejects; its result settles the
   * message. Within one Kafka partition messages are delivered one after another. Where the source names several
   * protocols of the transport, the first of `protocols` counts.
   * @throws TransportError `not-found` where the queue or the topic does not exist, `closed`, `unsupported`
   */
  subscribe(subscription: Subscription, deliver: Deliver): Promise<TransportSubscription>
  /**
   * Closes subscriptions first, waits for messages in flight, then disconnects. Handlers in flight can publish until
   * then; later calls of `publish`, `subscribe` and `declare` reject with `closed`. Calling it again does nothing.
   */
  close(): Promise<void>
}

export interface OutgoingMessage {
  readonly target: { readonly amqp?: AmqpTarget; readonly kafka?: KafkaTarget }
  readonly body: Uint8Array
  readonly contentType: string
  readonly headers: Readonly<Record<string, string>>
  /** Message key; Kafka partitions by it. */
  readonly key?: string
  /** CloudEvents `id`, `type` and `time`, for the broker's own properties where it has such. */
  readonly id?: string
  readonly type?: string
  readonly correlationId?: string
}

export interface Subscription {
  readonly source: { readonly amqp?: AmqpSource; readonly kafka?: KafkaSource }
  /** Most messages delivered and not yet settled. */
  readonly prefetch: number
  /** Called when the subscription ends without having been closed (queue deleted, connection lost for good). */
  readonly onLost: (error: Error) => void
}

export type Deliver = (message: IncomingMessage) => Promise<Settlement>

/**
 * - `ack`: done with
 * - `dead-letter`: to the queue's dead-letter exchange or the source's dead-letter topic; resolved only when it is safe there
 * - `release`: not done with; the broker delivers it again, at the latest when the subscription is closed
 */
export type Settlement = 'ack' | 'dead-letter' | 'release'

export interface IncomingMessage {
  readonly body: Uint8Array
  readonly contentType?: string
  /** As they were sent; the content type does not stand among them. */
  readonly headers: Readonly<Record<string, string>>
  readonly key?: string
  /** The broker's own message properties (AMQP `message-id`, `type`, `correlation-id`); Kafka has none. */
  readonly id?: string
  readonly type?: string
  readonly correlationId?: string
  /** Whether the broker says that it delivered this message before. */
  readonly redelivered: boolean
  /** Where it came from, for logs: `queue notification.orders`, `topic orders.created[3]@17`. */
  readonly origin: string
}

export interface TransportSubscription {
  /** Takes no more messages, waits for those in flight to settle, and leaves. Calling it again does nothing. */
  close(): Promise<void>
}

/** What a transport package exports as `openTransport`; `connect` calls it. */
export type OpenTransport = (url: string, options: TransportOptions) => Promise<Transport>

export interface TransportOptions {
  /** Name the broker shows for this connection. */
  readonly clientName?: string
}
