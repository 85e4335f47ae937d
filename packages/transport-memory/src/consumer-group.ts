import type { Settlement } from '@concordat/runtime'

import type { Consumer } from './consumer.ts'
import { type StoredMessage, fromTopic } from './stored-message.ts'
import type { Topic } from './topic.ts'

export interface Member {
  readonly consumer: Consumer
  readonly deadLetters: Topic | undefined
}

/** A partition as a group reads it. */
interface Cursor {
  readonly origin: string
  readonly log: readonly StoredMessage[]
  /** Of the next message; all before it are done with. */
  offset: number
  owner?: Member | undefined
  /** Its message is with a handler. */
  isInFlight?: boolean
  /** Who released its message, and gets it again only by leaving and coming back. */
  releasedBy?: Member
}

/** Members of one group of a topic; each partition belongs to one of them and is read one message at a time. */
export class ConsumerGroup {
  readonly #cursors: readonly Cursor[]
  readonly #members: Member[] = []

  constructor(cursors: readonly Cursor[]) {
    this.#cursors = cursors
  }

  join(member: Member): void {
    this.#members.push(member)
    this.#assign()
  }

  /** Leaves the partitions to the others, who go on when the handlers in flight are done. */
  async leave(member: Member): Promise<void> {
    this.#members.splice(this.#members.indexOf(member), 1)
    this.#assign()
    await member.consumer.drain()
  }

  /** Delivers what can be delivered now. */
  advance(): void {
    for (const cursor of this.#cursors) {
      const { owner, isInFlight = false, releasedBy } = cursor
      const message = cursor.log[cursor.offset]
      if (message === undefined || owner === undefined || isInFlight || releasedBy === owner) continue
      if (owner.consumer.inFlight < owner.consumer.prefetch) this.#deliver(cursor, owner, message)
    }
  }

  #assign(): void {
    for (const [index, cursor] of this.#cursors.entries()) {
      cursor.owner = this.#members[index % this.#members.length]
    }
    this.advance()
  }

  #deliver(cursor: Cursor, owner: Member, message: StoredMessage): void {
    cursor.isInFlight = true
    const incoming = fromTopic(message, `${cursor.origin}@${cursor.offset}`)
    owner.consumer.take(incoming, (settlement) => {
      cursor.isInFlight = false
      if (isDone(settlement, owner, message)) cursor.offset += 1
      else cursor.releasedBy = owner
      this.advance()
    })
  }
}

/** A dead letter without a topic for it is not done with: nothing is lost. */
function isDone(settlement: Settlement, owner: Member, message: StoredMessage): boolean {
  if (settlement === 'dead-letter') owner.deadLetters?.append(message)
  return settlement === 'ack' || (settlement === 'dead-letter' && owner.deadLetters !== undefined)
}
