import type { OutgoingMessage } from '@concordat/runtime'
import { type Message, Partitioners } from 'kafkajs'

import type { Cluster } from './cluster.ts'
import { kafkaFailure } from './errors.ts'
import { headersWithContentType } from './headers.ts'
import { PartitionLane } from './partition-lane.ts'
import { Producers } from './producers.ts'

/** Publishes to topics, in the order of the calls within each partition, acknowledged by all in-sync replicas. */
export class Publisher {
  readonly #cluster: Cluster
  readonly #producers: Producers
  readonly #lanes: Map<string, PartitionLane> = new Map()
  readonly #inFlight: Set<Promise<void>> = new Set()
  /** By murmur2 of the key, as in Kafka's own clients; messages without a key take turns. */
  readonly #choosePartition = Partitioners.DefaultPartitioner()

  constructor(cluster: Cluster) {
    this.#cluster = cluster
    this.#producers = new Producers(cluster)
  }

  /**
   * @throws TransportError `not-found` (the topic), `message-too-large`, `access-refused`, `connection-lost`, `timeout`,
   * `broker-error`
   */
  publish(topic: string, message: Message): Promise<void> {
    const publishing = this.#publish(topic, message).finally(() => this.#inFlight.delete(publishing))
    this.#inFlight.add(publishing)
    return publishing
  }

  /** Waits for what is on its way. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#inFlight)
    await this.#producers.close()
  }

  async #publish(topic: string, message: Message): Promise<void> {
    try {
      const partitionMetadata = [...(await this.#cluster.topics.partitions(topic))]
      const partition = this.#choosePartition({ topic, partitionMetadata, message })
      await this.#lane(topic, partition).send(message)
    } catch (error) {
      this.#cluster.topics.forget(topic)
      throw kafkaFailure(error, `Cannot publish to topic "${topic}" on ${this.#cluster.place}`)
    }
  }

  #lane(topic: string, partition: number): PartitionLane {
    const name = `${topic}[${partition}]`
    const lane = this.#lanes.get(name) ?? new PartitionLane(topic, partition, this.#producers)
    this.#lanes.set(name, lane)
    return lane
  }
}

/** A message of the runtime as kafkajs takes it. */
export function outgoingRecord({ body, contentType, headers, key }: OutgoingMessage): Message {
  return {
    // A view, not a copy.
    value: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    headers: headersWithContentType(headers, contentType),
    ...(key !== undefined && { key }),
  }
}
