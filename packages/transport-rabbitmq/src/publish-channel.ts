import { type AmqpTarget, type OutgoingMessage, TransportError } from '@concordat/runtime'
import type { ConfirmChannel, Message, Options } from 'amqplib'

import { closeQuietly } from './close-quietly.ts'
import { channelFailure } from './errors.ts'

interface Pending {
  readonly message: OutgoingMessage
  readonly target: AmqpTarget
  readonly confirmed: PromiseWithResolvers<void>
  /** The broker gave it back because no queue took it. Its confirm comes after that all the same. */
  isReturned: boolean
}

/** A channel in confirm mode and what was published on it and is not confirmed yet. */
export class PublishChannel {
  readonly #channel: ConfirmChannel
  readonly #place: string
  /** In the order of publishing. */
  readonly #pending: Set<Pending> = new Set()
  /** Resolves when the full write buffer has drained. */
  #room: PromiseWithResolvers<void> | undefined
  #isOpen = true
  #closeReason: unknown

  constructor(channel: ConfirmChannel, place: string) {
    this.#channel = channel
    this.#place = place
    channel.on('return', (returned: Message) => this.#markReturned(returned))
    channel.on('drain', () => this.#makeRoom())
    channel.once('error', (error) => (this.#closeReason = error))
    channel.once('close', () => this.#makeRoom())
    // First in line, as amqplib fails the confirms that are outstanding in a listener of its own.
    channel.prependOnceListener('close', () => (this.#isOpen = false))
  }

  /**
   * @throws TransportError `unroutable`, `not-found` (the exchange), `access-refused`, `message-too-large`,
   * `connection-lost`, `broker-error`
   */
  async publish(message: OutgoingMessage, target: AmqpTarget): Promise<void> {
    const pending = { message, target, confirmed: Promise.withResolvers<void>(), isReturned: false }
    this.#pending.add(pending)
    while (this.#room !== undefined) await this.#room.promise
    this.#write(pending)
    return pending.confirmed.promise
  }

  /** Waits for the confirms that are outstanding. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#pending].map(({ confirmed }) => confirmed.promise))
    await closeQuietly(this.#channel)
  }

  #write(pending: Pending): void {
    const { message, target } = pending
    try {
      const hasRoom = this.#channel.publish(
        target.exchange,
        target.routingKey,
        asBuffer(message.body),
        publishOptions(message, target),
        (error: unknown) => this.#settle(pending, error),
      )
      if (!hasRoom) this.#room ??= Promise.withResolvers<void>()
    } catch (error) {
      // The channel has closed in the meantime, or a property is too long for AMQP.
      this.#settle(pending, error)
    }
  }

  #makeRoom(): void {
    this.#room?.resolve()
    this.#room = undefined
  }

  /**
   * A return has no number; it repeats the message. Of several equal ones in flight the oldest is taken for it, which
   * makes no difference to anybody as they are equal.
   */
  #markReturned(returned: Message): void {
    for (const pending of this.#pending) {
      if (!pending.isReturned && isSame(pending, returned)) {
        pending.isReturned = true
        return
      }
    }
  }

  #settle(pending: Pending, error: unknown): void {
    this.#pending.delete(pending)
    if (error === null && !pending.isReturned) pending.confirmed.resolve()
    else pending.confirmed.reject(error === null ? this.#unroutable(pending) : this.#failure(pending, error))
  }

  #failure(pending: Pending, error: unknown): TransportError {
    const attempt = this.#attempt(pending)
    if (!this.#isOpen) return this.#closeFailure(pending, attempt)
    if (error instanceof TypeError || error instanceof RangeError) {
      const message = `${attempt}: ${error.message}. AMQP takes at most 255 bytes for names and properties.`
      return new TransportError('unsupported', message, { retriable: false, cause: error })
    }
    const reason = 'the broker did not take it (nack): a queue is full and refuses, or the broker has a fault'
    return new TransportError('broker-error', `${attempt}: ${reason}. Try again later.`, {
      retriable: true,
      cause: error,
    })
  }

  /** The broker closes the channel for one message that is too large; the others only have to be published again. */
  #closeFailure(pending: Pending, attempt: string): TransportError {
    const failure = channelFailure(this.#closeReason, attempt)
    const limit = Number(/larger than configured max size (\d+)/.exec(failure.message)?.[1] ?? 0)
    if (failure.code !== 'message-too-large' || pending.message.body.length > limit) return failure
    const message = `${attempt}: the channel was closed because of another message, which was too large. Try again.`
    return new TransportError('connection-lost', message, { retriable: true, cause: failure })
  }

  #unroutable(pending: Pending): TransportError {
    const advice = 'Declare the topology of the contract, or bind a queue for this routing key.'
    const message = `${this.#attempt(pending)}: no queue is bound that takes it. ${advice}`
    return new TransportError('unroutable', message, { retriable: false })
  }

  #attempt({ target: { exchange, routingKey } }: Pending): string {
    const to =
      exchange === '' ? `queue "${routingKey}"` : `exchange "${exchange}" with routing key "${routingKey}"`
    return `Cannot publish to ${to} on ${this.#place}`
  }
}

function publishOptions(message: OutgoingMessage, target: AmqpTarget): Options.Publish {
  return {
    mandatory: target.mandatory,
    persistent: target.persistent,
    headers: message.headers,
    contentType: message.contentType,
    timestamp: Math.floor(Date.now() / 1000),
    ...(isText(message.contentType) && { contentEncoding: 'utf-8' }),
    ...(message.id !== undefined && { messageId: message.id }),
    ...(message.type !== undefined && { type: message.type }),
    ...(message.correlationId !== undefined && { correlationId: message.correlationId }),
  }
}

function isText(contentType: string): boolean {
  return /^text\/|[/+]json\b/.test(contentType)
}

function isSame({ message, target }: Pending, { fields, properties, content }: Message): boolean {
  return (
    fields.exchange === target.exchange &&
    fields.routingKey === target.routingKey &&
    properties.messageId === message.id &&
    content.equals(message.body)
  )
}

/** A view, not a copy: amqplib copies the bytes into its frames. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
