import { vi } from 'vitest'

import type {
  IncomingMessage,
  Settlement,
  Subscription,
  Transport,
  TransportSubscription,
} from '../transport.ts'

export interface ConsumeOptions {
  /** 10 if left out. */
  readonly prefetch?: number
  /** Settles every message; acknowledges if left out. */
  readonly settle?: (message: IncomingMessage) => Settlement | Promise<Settlement>
}

/** A consumer that records what arrives, in order of arrival. */
export class Inbox {
  readonly messages: IncomingMessage[] = []
  readonly #options: ConsumeOptions
  readonly #timeout: number
  #subscription: TransportSubscription | undefined

  constructor(options: ConsumeOptions, timeout: number) {
    this.#options = options
    this.#timeout = timeout
  }

  async subscribe(transport: Transport, source: Subscription['source']): Promise<void> {
    const subscription = {
      source,
      prefetch: this.#options.prefetch ?? 10,
      onLost: (error: Error): void => {
        throw error
      },
    }
    this.#subscription = await transport.subscribe(subscription, async (message) => {
      this.messages.push(message)
      return (await this.#options.settle?.(message)) ?? 'ack'
    })
  }

  get texts(): string[] {
    return this.messages.map(textOf)
  }

  /** Waits for that many messages and returns their texts. */
  async receive(count: number): Promise<string[]> {
    await waitUntil(() => this.texts.length >= count, `${count} messages`, this.#timeout)
    return this.texts
  }

  /** Waits for a message with this text and returns the texts of those that came before it. */
  async receiveUntil(text: string): Promise<string[]> {
    await waitUntil(() => this.texts.includes(text), `the message '${text}'`, this.#timeout)
    return this.texts.slice(0, this.texts.indexOf(text))
  }

  async close(): Promise<void> {
    await this.#subscription?.close()
  }
}

/** Waits until the inboxes have that many messages together and returns all their texts, sorted. */
export async function receiveTogether(
  inboxes: readonly Inbox[],
  count: number,
  timeout: number,
): Promise<string[]> {
  const texts = (): string[] => inboxes.flatMap((inbox) => inbox.texts).toSorted()
  await waitUntil(() => texts().length >= count, `${count} messages together`, timeout)
  return texts()
}

export function textOf(message: IncomingMessage): string {
  return Buffer.from(message.body).toString('utf8')
}

function waitUntil(isMet: () => boolean, what: string, timeout: number): Promise<void> {
  const check = (): void => {
    if (!isMet()) throw new Error(`waited ${timeout} ms for ${what}`)
  }
  return vi.waitFor(check, { timeout, interval: 10 })
}
