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

import type { Cluster } from './cluster.ts'
import { declareTopology } from './declare.ts'
import { connectionClosed } from './errors.ts'
import { Publisher, outgoingRecord } from './publish.ts'
import { openSubscription } from './subscribe.ts'

/** Access to one Kafka cluster. */
export class KafkaTransport implements Transport {
  readonly protocols: readonly Protocol[] = ['kafka']
  readonly #cluster: Cluster
  readonly #publisher: Publisher
  readonly #subscriptions: Set<TransportSubscription> = new Set()
  #closing: Promise<void> | undefined
  #isClosed = false

  constructor(cluster: Cluster) {
    this.#cluster = cluster
    this.#publisher = new Publisher(cluster)
  }

  async declare(topology: Topology): Promise<void> {
    if (this.#closing !== undefined) throw connectionClosed('Cannot declare')
    await declareTopology(this.#cluster, topology)
  }

  async publish(message: OutgoingMessage): Promise<void> {
    if (this.#isClosed) throw connectionClosed('Cannot publish')
    const target = message.target.kafka
    if (target === undefined) throw notForKafka('Cannot publish', 'target')
    await this.#publisher.publish(target.topic, outgoingRecord(message))
  }

  async subscribe(subscription: Subscription, deliver: Deliver): Promise<TransportSubscription> {
    if (this.#closing !== undefined) throw connectionClosed('Cannot subscribe')
    const source = subscription.source.kafka
    if (source === undefined) throw notForKafka('Cannot subscribe', 'source')
    const opened = await openSubscription(this.#cluster, this.#publisher, source, subscription, deliver)
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
    await this.#cluster.disconnect()
  }
}

function notForKafka(attempt: string, what: 'target' | 'source'): TransportError {
  const message = `${attempt} on Kafka: the contract has no Kafka ${what} for it. Give its channel a kafka binding.`
  return new TransportError('unsupported', message, { retriable: false })
}
