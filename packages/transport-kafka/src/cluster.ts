import { type Admin, Kafka, type RetryOptions, logLevel } from 'kafkajs'

import type { BrokerUrl } from './broker-url.ts'
import { disconnectQuietly } from './disconnect-quietly.ts'
import { connectFailure } from './errors.ts'
import { repairRequestQueue } from './request-queue.ts'
import { Topics } from './topics.ts'

/** kafkajs repeats lookups and connects inside of sends that it repeats too; few here keep the product small. */
const FEW_RETRIES: RetryOptions = { retries: 2, initialRetryTime: 100, maxRetryTime: 1000 }

/** One cluster: where it is, how to make clients for it, and what it says of its topics. */
export class Cluster {
  /** Where it is, for messages. */
  readonly place: string
  readonly maxReplicas: number
  readonly admin: Admin
  readonly topics: Topics
  readonly #brokerUrl: BrokerUrl
  readonly #clientId: string

  constructor(brokerUrl: BrokerUrl, clientId: string) {
    repairRequestQueue()
    this.place = brokerUrl.place
    this.maxReplicas = brokerUrl.maxReplicas
    this.#brokerUrl = brokerUrl
    this.#clientId = clientId
    this.admin = this.client().admin()
    this.topics = new Topics(this.admin)
  }

  /** @throws TransportError `connection-refused`, `access-refused` */
  async connect(): Promise<void> {
    try {
      await this.admin.connect()
    } catch (error) {
      await this.disconnect()
      throw connectFailure(error, this.place)
    }
  }

  async disconnect(): Promise<void> {
    await disconnectQuietly(this.admin)
  }

  /**
   * A client that shares nothing with others: consumers of one kafkajs client that are in the same group overwrite each
   * other's offsets.
   */
  client(retry: RetryOptions = FEW_RETRIES): Kafka {
    const { brokers, ssl, sasl } = this.#brokerUrl
    return new Kafka({
      brokers: [...brokers],
      ssl,
      ...(sasl !== undefined && { sasl }),
      clientId: this.#clientId,
      connectionTimeout: 5000,
      retry,
      // Whatever matters comes back as an error.
      logLevel: logLevel.NOTHING,
      logCreator: () => () => undefined,
    })
  }
}
