import { setTimeout as delay } from 'node:timers/promises'

import type { Settlement } from '@concordat/runtime'
import type { EachBatchPayload, KafkaMessage } from 'kafkajs'

import { Slots } from './slots.ts'

/** How long kafkajs is kept waiting for a batch. It fetches for no other partition meanwhile. */
const GRACE_MS = 100
/** How long a rebalance waits for handlers; less than the session timeout, as kafkajs sends no heartbeat meanwhile. */
const REBALANCE_PATIENCE_MS = 20_000
/** Until a message that was released comes again. */
const RELEASE_DELAY_MS = 5000

type Outcome = 'done' | 'released'

/** Delivers one message and resolves with what became of it. */
export type DeliverRecord = (message: KafkaMessage, partition: number) => Promise<Settlement>

/**
 * The batches that a subscription was given and has not settled. A partition's messages are delivered one after another,
 * those of other partitions beside them, up to the prefetch. A batch that takes longer than a moment goes on behind
 * kafkajs' back with its partition paused, so that slow handlers hold up neither heartbeats nor other partitions.
 */
export class Deliveries {
  readonly #deliver: DeliverRecord
  readonly #slots: Slots
  /** The last batch of each partition that is under way. */
  readonly #underWay: Map<number, Promise<Outcome>> = new Map()
  /** Grows with each rebalance: what was given before it may belong to somebody else. */
  #generation = 0
  #isRebalancing = false
  #isStopped = false

  constructor(deliver: DeliverRecord, prefetch: number) {
    this.#deliver = deliver
    this.#slots = new Slots(prefetch)
  }

  /** Takes a batch; kafkajs may fetch on when it resolves. */
  async take(batch: EachBatchPayload): Promise<void> {
    if (this.#isStopped) {
      batch.pause()
      return
    }
    const work = this.#workOff(batch)
    const outcome = await Promise.race([work, delay(GRACE_MS, 'under way' as const, { ref: false })])
    if (outcome === 'done') return
    void this.#resumeAfter(work, batch.pause())
  }

  /** Before the group is joined, again or for the first time: settles and commits what there is, as far as that goes. */
  async rebalance(): Promise<void> {
    this.#isRebalancing = true
    await Promise.race([this.#settled(), delay(REBALANCE_PATIENCE_MS, undefined, { ref: false })])
    this.#generation += 1
    this.#isRebalancing = false
  }

  /** Delivers no more and waits for the handlers. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#settled()
  }

  async #resumeAfter(work: Promise<Outcome>, resume: () => void): Promise<void> {
    if ((await work) === 'released') await delay(RELEASE_DELAY_MS, undefined, { ref: false })
    resume()
  }

  async #settled(): Promise<void> {
    await Promise.allSettled(this.#underWay.values())
  }

  /** After a crash of kafkajs a partition can come again while a handler still has a message of it. */
  #workOff(batch: EachBatchPayload): Promise<Outcome> {
    const { partition } = batch.batch
    const generation = this.#generation
    const isOurs = (): boolean => generation === this.#generation && batch.isRunning() && !batch.isStale()
    const previous = this.#underWay.get(partition)
    const work = Promise.resolve(previous)
      .then(() => this.#deliverAll(batch, isOurs))
      .finally(() => {
        if (this.#underWay.get(partition) === work) this.#underWay.delete(partition)
      })
    this.#underWay.set(partition, work)
    return work
  }

  async #deliverAll(batch: EachBatchPayload, isOurs: () => boolean): Promise<Outcome> {
    const { messages, partition } = batch.batch
    for (const message of messages) {
      const settlement = await this.#slots.hold(async () =>
        isOurs() && !this.#isStopped && !this.#isRebalancing ? this.#deliver(message, partition) : undefined,
      )
      // What is not ours any more is delivered again by whoever has it now.
      if (settlement === undefined || !isOurs()) break
      if (settlement === 'release') {
        await commit(batch)
        return 'released'
      }
      batch.resolveOffset(message.offset)
      await batch.commitOffsetsIfNecessary().catch(() => undefined)
    }
    if (isOurs()) await commit(batch)
    return 'done'
  }
}

/** Should it fail, the next commit makes up for it, or the messages come again. */
async function commit(batch: EachBatchPayload): Promise<void> {
  await batch.commitOffsetsIfNecessary(batch.uncommittedOffsets()).catch(() => undefined)
}
