import {
  type Deliver,
  type OutgoingMessage,
  type Protocol,
  type Subscription,
  type Topology,
  type Transport,
  TransportError,
  type TransportSubscription,
} from '@concordat/runtime'

import type { Connection } from './connection.ts'
import { declareTopology } from './declare.ts'
import { connectionClosed } from './errors.ts'
import { Publisher } from './publish.ts'
import { openSubscription } from './subscribe.ts'

/**
 * Access to one RabbitMQ, by two connections: when the broker runs short of memory or disk it stops reading from those that
 * publish, and must still get the acknowledgements that let its queues drain.
 */
export class RabbitmqTransport implements Transport {
  readonly protocols: readonly Protocol[] = ['amqp']
  readonly #connection: Connection
  readonly #publisher: Publisher
  readonly #subscriptions: Set<TransportSubscription> = new Set()
  #closing: Promise<void> | undefined
  #isClosed = false

  /** The connection for publishing is opened by the first publish. */
  constructor(connection: Connection, publishingConnection: Connection) {
    this.#connection = connection
    this.#publisher = new Publisher(publishingConnection)
  }

  async declare(topology: Topology): Promise<void> {
    if (this.#closing !== undefined) throw connectionClosed('Cannot declare')
    await declareTopology(this.#connection, topology)
  }

  async publish(message: OutgoingMessage): Promise<void> {
    if (this.#isClosed) throw connectionClosed('Cannot publish')
    const target = message.target.amqp
    if (target === undefined) throw notForAmqp('Cannot publish', 'target')
    await this.#publisher.publish(message, target)
  }

  async subscribe(subscription: Subscription, deliver: Deliver): Promise<TransportSubscription> {
    if (this.#closing !== undefined) throw connectionClosed('Cannot subscribe')
    const source = subscription.source.amqp
    if (source === undefined) throw notForAmqp('Cannot subscribe', 'source')
    const opened = await openSubscription(this.#connection, source, subscription, deliver)
    this.#subscriptions.add(opened)
    void opened.ended.then(() => this.#subscriptions.delete(opened))
    if (this.#closing === undefined) return opened
    // close() was called meanwhile and knew nothing of this one.
    await opened.close()
    throw connectionClosed('Cannot subscribe')
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()))
    this.#isClosed = true
    await this.#publisher.close()
    await this.#connection.close()
  }
}

function notForAmqp(attempt: string, what: 'target' | 'source'): TransportError {
  const message = `${attempt} on RabbitMQ: the contract has no AMQP ${what} for it. Give its channel an amqp binding.`
  return new TransportError('unsupported', message, { retriable: false })
}
