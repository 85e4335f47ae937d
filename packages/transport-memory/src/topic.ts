import type { Deliver, KafkaSource, TopicDeclaration, TransportSubscription } from '@concordat/runtime'

import { ConsumerGroup } from './consumer-group.ts'
import { Consumer } from './consumer.ts'
import { partitionOf } from './partition-of.ts'
import type { StoredMessage } from './stored-message.ts'

/** A topic of Kafka: append-only partitions that each consumer group reads at its own pace. */
export class Topic {
  readonly declaration: TopicDeclaration
  readonly #partitions: readonly StoredMessage[][]
  readonly #groups: Map<string, ConsumerGroup> = new Map()
  #keyless = 0

  constructor(declaration: TopicDeclaration) {
    this.declaration = declaration
    this.#partitions = Array.from({ length: declaration.partitions }, () => [])
  }

  append(message: StoredMessage): void {
    const { partitions } = this.declaration
    const partition =
      message.key === undefined ? this.#keyless++ % partitions : partitionOf(message.key, partitions)
    this.#partitions[partition]?.push(message)
    for (const group of this.#groups.values()) group.advance()
  }

  /** Joins the source's group. Dead letters are appended to the topic given for them, and held where there is none. */
  consume(
    source: KafkaSource,
    prefetch: number,
    deliver: Deliver,
    deadLetters: Topic | undefined,
  ): TransportSubscription {
    const group = this.#groups.get(source.groupId) ?? this.#newGroup(source)
    this.#groups.set(source.groupId, group)
    const member = { consumer: new Consumer(prefetch, deliver), deadLetters }
    group.join(member)
    let leaving: Promise<void> | undefined
    return { close: () => (leaving ??= group.leave(member)) }
  }

  #newGroup(source: KafkaSource): ConsumerGroup {
    const cursors = this.#partitions.map((log, partition) => ({
      origin: `topic ${this.declaration.name}[${partition}]`,
      log,
      offset: source.start === 'earliest' ? 0 : log.length,
    }))
    return new ConsumerGroup(cursors)
  }
}
