import {
  type Deliver,
  type IncomingMessage,
  type KafkaSource,
  type Settlement,
  type Subscription,
  TransportError,
  type TransportSubscription,
} from '@concordat/runtime'
import type { Consumer, KafkaMessage, RetryOptions } from 'kafkajs'

import type { Cluster } from './cluster.ts'
import { deadLetter } from './dead-letter.ts'
import { Deliveries } from './deliveries.ts'
import { disconnectQuietly } from './disconnect-quietly.ts'
import { isNamed, kafkaFailure } from './errors.ts'
import { headersAsText } from './headers.ts'
import { roundRobinAssigner } from './partition-assigner.ts'
import type { Publisher } from './publish.ts'
import { startAtEnd } from './start-at-end.ts'
import { untilKnown } from './until-known.ts'

/** About 15 s before kafkajs gives up and starts over; the coordinator of a new cluster takes some seconds to appear. */
const RETRIES: RetryOptions = { retries: 8, initialRetryTime: 100, maxRetryTime: 4000 }
const HEARTBEAT_MS = 1000
const SESSION_TIMEOUT_MS = 30_000
/** Longest wait of the broker for something to fetch, and so of a close and of a partition that is resumed. */
const FETCH_WAIT_MS = 250
const COMMIT_INTERVAL_MS = 1000

/**
 * Joins the consumer group of a source and resolves when it has its partitions.
 *
 * @throws TransportError `not-found` (the topic or the dead-letter topic), `access-refused`, `connection-lost`, …
 */
export async function openSubscription(
  cluster: Cluster,
  publisher: Publisher,
  source: KafkaSource,
  subscription: Subscription,
  deliver: Deliver,
): Promise<GroupSubscription> {
  for (const topic of [source.topic, source.deadLetterTopic]) {
    if (topic === undefined) continue
    await cluster.topics.currentPartitions(topic).catch((error: unknown) => {
      throw kafkaFailure(error, `Cannot subscribe to topic "${topic}" on ${cluster.place}`)
    })
  }
  const attempt = `Cannot consume topic "${source.topic}" in group "${source.groupId}" on ${cluster.place}`
  try {
    const opened = new GroupSubscription(cluster, publisher, source, subscription, deliver, attempt)
    await opened.start()
    return opened
  } catch (error) {
    throw kafkaFailure(error, attempt)
  }
}

/** A member of a consumer group, for one topic. */
export class GroupSubscription implements TransportSubscription {
  readonly #cluster: Cluster
  readonly #publisher: Publisher
  readonly #source: KafkaSource
  readonly #subscription: Subscription
  readonly #deliver: Deliver
  readonly #attempt: string
  readonly #deliveries: Deliveries
  readonly #consumer: Consumer
  readonly #ended: PromiseWithResolvers<void> = Promise.withResolvers()
  #isStarted = false
  #isLeaving = false
  #failure: Error | undefined
  #closing: Promise<void> | undefined

  constructor(
    cluster: Cluster,
    publisher: Publisher,
    source: KafkaSource,
    subscription: Subscription,
    deliver: Deliver,
    attempt: string,
  ) {
    this.#cluster = cluster
    this.#publisher = publisher
    this.#source = source
    this.#subscription = subscription
    this.#deliver = deliver
    this.#attempt = attempt
    this.#deliveries = new Deliveries(
      (message, partition) => this.#handle(message, partition),
      subscription.prefetch,
    )
    this.#consumer = this.#createConsumer()
  }

  /** Resolves when it is closed, for whatever reason. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  /** @throws kafkajs' errors */
  async start(): Promise<void> {
    const { topic, groupId, start } = this.#source
    try {
      await this.#consumer.connect()
      await untilKnown(() =>
        this.#consumer.subscribe({ topics: [topic], fromBeginning: start === 'earliest' }),
      )
      const joined = this.#consumer.run({
        eachBatch: (batch) => this.#deliveries.take(batch),
        eachBatchAutoResolve: false,
        autoCommitInterval: COMMIT_INTERVAL_MS,
        partitionsConsumedConcurrently: this.#subscription.prefetch,
      })
      if (start === 'latest') this.#consumer.pause([{ topic }])
      await joined
      // kafkajs reports a failure to join as a crash, not here.
      if (start === 'latest' && this.#failure === undefined) {
        await startAtEnd(this.#cluster, this.#consumer, topic, groupId)
      }
      if (this.#failure !== undefined) throw this.#failure
      this.#isStarted = true
    } catch (error) {
      await this.close()
      throw error
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close().finally(this.#ended.resolve)
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#deliveries.stop()
    this.#isLeaving = true
    await disconnectQuietly(this.#consumer)
  }

  #createConsumer(): Consumer {
    const consumer = this.#cluster.client(RETRIES).consumer({
      groupId: this.#source.groupId,
      allowAutoTopicCreation: false,
      heartbeatInterval: HEARTBEAT_MS,
      sessionTimeout: SESSION_TIMEOUT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      partitionAssigners: [roundRobinAssigner(this.#cluster.topics, () => this.#beforeJoin())],
      // A topic that stays unknown has been deleted; anything else that can pass is waited for.
      retry: {
        ...RETRIES,
        restartOnFailure: async (error) => !this.#isLeaving && !isNamed(error, 'UNKNOWN_TOPIC_OR_PARTITION'),
      },
    })
    consumer.on(consumer.events.CRASH, ({ payload }) => this.#crash(payload.error, payload.restart))
    return consumer
  }

  async #beforeJoin(): Promise<void> {
    // kafkajs can be on its way back into the group when it is told to leave.
    if (this.#isLeaving) throw new Error('the subscription is closed')
    await this.#deliveries.rebalance()
  }

  #crash(error: Error, restarts: boolean): void {
    this.#failure ??= error
    if (restarts || !this.#isStarted || this.#closing !== undefined) return
    void this.close()
    this.#subscription.onLost(kafkaFailure(error, this.#attempt))
  }

  async #handle(message: KafkaMessage, partition: number): Promise<Settlement> {
    const settlement = await this.#deliver(incomingMessage(message, `${this.#source.topic}[${partition}]`))
    return settlement === 'dead-letter' ? this.#deadLetter(message, partition) : settlement
  }

  /** What cannot be dead-lettered is released: skipping it would lose it. */
  async #deadLetter(message: KafkaMessage, partition: number): Promise<Settlement> {
    const { topic, groupId, deadLetterTopic } = this.#source
    if (deadLetterTopic === undefined) return 'release'
    const { key, value, headers = {} } = message
    const told = deadLetter(message, { topic, partition, groupId })
    try {
      await this.#publisher.publish(deadLetterTopic, told).catch((error: unknown) => {
        if (!(error instanceof TransportError) || error.code !== 'message-too-large') throw error
        // What was just small enough for its topic is not with more headers, and would hold up its partition for ever.
        return this.#publisher.publish(deadLetterTopic, { key, value, headers })
      })
      return 'dead-letter'
    } catch {
      return 'release'
    }
  }
}

function incomingMessage(message: KafkaMessage, partition: string): IncomingMessage {
  return {
    body: message.value ?? Buffer.alloc(0),
    redelivered: false,
    origin: `topic ${partition}@${message.offset}`,
    ...headersAsText(message.headers),
    ...(message.key !== null && { key: message.key.toString() }),
  }
}
