import type { Message } from 'kafkajs'

import { isNamed } from './errors.ts'
import type { Producers } from './producers.ts'

/** Most bytes sent in one batch; a broker takes a megabyte unless it is configured otherwise. */
const BATCH_BYTES = 500_000

interface Send {
  readonly message: Message
  readonly bytes: number
  readonly sent: PromiseWithResolvers<void>
}

/**
 * The way to one partition: one batch at a time, and what comes meanwhile makes up the next. With several in flight
 * kafkajs can lose and reorder messages when a leader changes.
 */
export class PartitionLane {
  readonly #topic: string
  readonly #partition: number
  readonly #producers: Producers
  readonly #waiting: Send[] = []
  #isSending = false

  constructor(topic: string, partition: number, producers: Producers) {
    this.#topic = topic
    this.#partition = partition
    this.#producers = producers
  }

  /** Resolves when all in-sync replicas have the message. @throws kafkajs' errors */
  send(message: Message): Promise<void> {
    const sent = Promise.withResolvers<void>()
    this.#waiting.push({ message, bytes: sizeOf(message), sent })
    if (!this.#isSending) void this.#sendAll()
    return sent.promise
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true
    while (this.#waiting.length > 0) await this.#sendBatch(this.#takeBatch())
    this.#isSending = false
  }

  /** What waits, in order, up to the size of a batch, and at least one. */
  #takeBatch(): Send[] {
    let bytes = 0
    const end = this.#waiting.findIndex((send, index) => {
      bytes += send.bytes
      return index > 0 && bytes > BATCH_BYTES
    })
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end)
  }

  async #sendBatch(batch: readonly Send[]): Promise<void> {
    try {
      await this.#produce(batch.map(({ message }) => message))
      for (const { sent } of batch) sent.resolve()
    } catch (error) {
      if (batch.length > 1 && isNamed(error, 'MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE')) {
        // The topic's limit is lower; the broker has refused them all, and only some may be to blame.
        for (const send of batch) await this.#sendBatch([send])
      } else {
        for (const { sent } of batch) sent.reject(error)
      }
    }
  }

  async #produce(messages: readonly Message[]): Promise<void> {
    const partition = this.#partition
    const results = await this.#producers.use((producer) =>
      producer.send({
        topic: this.#topic,
        acks: -1,
        messages: messages.map((message) => ({ ...message, partition })),
      }),
    )
    const isStored = results.some((result) => result.partition === partition && result.errorCode === 0)
    if (!isStored) throw new Error('the broker did not say that it stored the batch')
  }
}

/** Bytes on the wire, roughly: 70 is the most that a record's own fields take. */
function sizeOf({ key, value, headers = {} }: Message): number {
  const ofHeaders = Object.entries(headers).map(([name, header]) => name.length + String(header).length + 10)
  return [70, key?.length ?? 0, value?.length ?? 0, ...ofHeaders].reduce((sum, size) => sum + size)
}
