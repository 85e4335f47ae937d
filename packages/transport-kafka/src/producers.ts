import { Partitioners, type Producer, type RetryOptions } from 'kafkajs'

import type { Cluster } from './cluster.ts'
import { disconnectQuietly } from './disconnect-quietly.ts'

/** About 15 s in all: a new leader is elected within ten. */
const SEND_RETRIES: RetryOptions = { retries: 8, initialRetryTime: 100, maxRetryTime: 4000 }

interface Lease {
  readonly producer: Producer
  users: number
  isRetired: boolean
}

/**
 * The idempotent producer in use. After a batch that failed kafkajs takes its sequence numbers back, although the broker
 * may have stored it, and would then lose the next batch as a repetition of it. So a failure retires the producer: who
 * comes next gets one with an id of its own.
 */
export class Producers {
  readonly #cluster: Cluster
  #current: Promise<Lease> | undefined

  constructor(cluster: Cluster) {
    this.#cluster = cluster
  }

  /** @throws kafkajs' errors */
  async use<T>(send: (producer: Producer) => Promise<T>): Promise<T> {
    let lease: Lease
    do {
      this.#current ??= this.#connect()
      lease = await this.#current
    } while (lease.isRetired)
    lease.users += 1
    try {
      return await send(lease.producer)
    } catch (error) {
      this.#retire(lease)
      throw error
    } finally {
      lease.users -= 1
      if (lease.isRetired && lease.users === 0) void disconnectQuietly(lease.producer)
    }
  }

  async close(): Promise<void> {
    const lease = await this.#current?.catch(() => undefined)
    if (lease !== undefined) await disconnectQuietly(lease.producer)
  }

  #retire(lease: Lease): void {
    // Of several sends that fail at a time the first makes way for a new producer, which the others must not touch.
    if (!lease.isRetired) this.#current = undefined
    lease.isRetired = true
  }

  async #connect(): Promise<Lease> {
    const producer = this.#cluster.client().producer({
      idempotent: true,
      allowAutoTopicCreation: false,
      // Each message comes with its partition; see Publisher.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: SEND_RETRIES,
    })
    try {
      await producer.connect()
      return { producer, users: 0, isRetired: false }
    } catch (error) {
      this.#current = undefined
      await disconnectQuietly(producer)
      throw error
    }
  }
}
