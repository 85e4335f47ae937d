import type { Deliver, QueueDeclaration, Settlement, TransportSubscription } from '@concordat/runtime'

import { Consumer } from './consumer.ts'
import { type StoredMessage, fromQueue } from './stored-message.ts'

/** What becomes of a message that the queue gives up. */
type DeadLetter = (message: StoredMessage, reason: 'rejected' | 'expired') => void

interface QueuedMessage {
  readonly message: StoredMessage
  /** Place in the queue, which a message that comes back takes again. */
  readonly sequence: number
  readonly expiresAt: number
  redelivered: boolean
}

interface Member {
  readonly consumer: Consumer
  /** Stay with the consumer, and count for its prefetch, until it leaves. */
  readonly released: QueuedMessage[]
}

/** The longest time that a timer of Node takes, milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1

/** A queue of AMQP 0-9-1: first in, first out, shared by its consumers in turn. */
export class Queue {
  readonly declaration: QueueDeclaration
  readonly #deadLetter: DeadLetter
  readonly #timeToLive: number
  readonly #ready: QueuedMessage[] = []
  readonly #members: Member[] = []
  #sequence = 0
  #expiry: NodeJS.Timeout | undefined

  constructor(declaration: QueueDeclaration, deadLetter: DeadLetter) {
    this.declaration = declaration
    this.#deadLetter = deadLetter
    this.#timeToLive = Number(declaration.arguments?.['x-message-ttl'] ?? Infinity)
  }

  add(message: StoredMessage): void {
    const expiresAt = Date.now() + this.#timeToLive
    this.#ready.push({ message, sequence: this.#sequence++, expiresAt, redelivered: false })
    this.#dispatch()
  }

  consume(prefetch: number, deliver: Deliver): TransportSubscription {
    const member = { consumer: new Consumer(prefetch, deliver), released: [] }
    this.#members.push(member)
    this.#dispatch()
    let leaving: Promise<void> | undefined
    return { close: () => (leaving ??= this.#leave(member)) }
  }

  async #leave(member: Member): Promise<void> {
    this.#members.splice(this.#members.indexOf(member), 1)
    await member.consumer.drain()
    this.#ready.push(...member.released)
    this.#ready.sort((left, right) => left.sequence - right.sequence)
    this.#dispatch()
  }

  #dispatch(): void {
    this.#expire()
    for (let member = this.#nextMember(); member !== undefined; member = this.#nextMember()) {
      const queued = this.#ready.shift()
      if (queued === undefined) return
      this.#deliver(member, queued)
    }
  }

  #deliver(member: Member, queued: QueuedMessage): void {
    const incoming = fromQueue(queued.message, `queue ${this.declaration.name}`, queued.redelivered)
    queued.redelivered = true
    this.#members.push(...this.#members.splice(this.#members.indexOf(member), 1))
    member.consumer.take(incoming, (settlement) => this.#settle(member, queued, settlement))
  }

  #settle(member: Member, queued: QueuedMessage, settlement: Settlement): void {
    if (settlement === 'release') member.released.push(queued)
    if (settlement === 'dead-letter') this.#deadLetter(queued.message, 'rejected')
    this.#dispatch()
  }

  #nextMember(): Member | undefined {
    if (this.#ready.length === 0) return undefined
    return this.#members.find(
      ({ consumer, released }) => consumer.inFlight + released.length < consumer.prefetch,
    )
  }

  /** Gives up what stands too long; all have the same time to live, so the oldest is the first to go. */
  #expire(): void {
    clearTimeout(this.#expiry)
    const now = Date.now()
    for (let oldest = this.#ready[0]; oldest !== undefined; oldest = this.#ready[0]) {
      if (oldest.expiresAt > now) return this.#expireLater(oldest.expiresAt - now)
      this.#ready.shift()
      this.#deadLetter(oldest.message, 'expired')
    }
  }

  #expireLater(wait: number): void {
    if (wait === Infinity) return
    this.#expiry = setTimeout(() => this.#dispatch(), Math.min(wait, LONGEST_TIMER))
    this.#expiry.unref()
  }
}
