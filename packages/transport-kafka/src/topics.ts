import type { Admin, PartitionMetadata } from 'kafkajs'

/** How long what is known of a topic counts as known, as in Kafka's own clients (metadata.max.age.ms). */
const MAX_AGE_MS = 300_000

interface Known {
  readonly since: number
  readonly partitions: Promise<readonly PartitionMetadata[]>
}

/** The partitions of topics, remembered for a while. */
export class Topics {
  readonly #admin: Admin
  readonly #known: Map<string, Known> = new Map()

  constructor(admin: Admin) {
    this.#admin = admin
  }

  /** @throws kafkajs' errors, UNKNOWN_TOPIC_OR_PARTITION among them */
  partitions(topic: string): Promise<readonly PartitionMetadata[]> {
    const known = this.#known.get(topic)
    if (known !== undefined && Date.now() - known.since < MAX_AGE_MS) return known.partitions
    const partitions = this.currentPartitions(topic)
    this.#known.set(topic, { since: Date.now(), partitions })
    partitions.catch(() => this.forget(topic))
    return partitions
  }

  /** The same, asking the cluster. */
  async currentPartitions(topic: string): Promise<readonly PartitionMetadata[]> {
    const { topics } = await this.#admin.fetchTopicMetadata({ topics: [topic] })
    return topics.find(({ name }) => name === topic)?.partitions ?? []
  }

  forget(topic: string): void {
    this.#known.delete(topic)
  }
}
