import { setImmediate } from 'node:timers/promises'

import type { Deliver, IncomingMessage, Settlement } from '@concordat/runtime'

/** One subscription's handlers in flight. */
export class Consumer {
  readonly prefetch: number
  readonly #deliver: Deliver
  readonly #handling: Set<Promise<void>> = new Set()

  constructor(prefetch: number, deliver: Deliver) {
    this.prefetch = prefetch
    this.#deliver = deliver
  }

  get inFlight(): number {
    return this.#handling.size
  }

  /** Delivers a message and calls back with what is to become of it. */
  take(message: IncomingMessage, onSettled: (settlement: Settlement) => void): void {
    const handling = this.#handle(message, (settlement) => {
      this.#handling.delete(handling)
      onSettled(settlement)
    })
    this.#handling.add(handling)
  }

  /** Waits for the handlers in flight. */
  async drain(): Promise<void> {
    await Promise.all(this.#handling)
  }

  /** Not before the event loop has turned: a publisher and a consumer in one process must not starve the rest of it. */
  async #handle(message: IncomingMessage, onSettled: (settlement: Settlement) => void): Promise<void> {
    await setImmediate()
    onSettled(await this.#deliver(message))
  }
}
