import {
  type AmqpSource,
  type Deliver,
  type IncomingMessage,
  type Subscription,
  TransportError,
  type TransportSubscription,
} from '@concordat/runtime'
import type { Channel, ConsumeMessage } from 'amqplib'

import { closeQuietly } from './close-quietly.ts'
import type { Connection } from './connection.ts'
import { channelFailure } from './errors.ts'
import { headersAsText } from './headers.ts'

/**
 * Starts to consume a queue on a channel of its own.
 *
 * @throws TransportError `not-found` (the queue), `access-refused`, `connection-lost`
 */
export async function openSubscription(
  connection: Connection,
  source: AmqpSource,
  subscription: Subscription,
  deliver: Deliver,
): Promise<QueueSubscription> {
  const channel = await connection.openChannel()
  const opened = new QueueSubscription(channel, connection.place, source, subscription, deliver)
  await opened.start()
  return opened
}

/** A consumer of one queue. */
export class QueueSubscription implements TransportSubscription {
  readonly #channel: Channel
  readonly #source: AmqpSource
  readonly #subscription: Subscription
  readonly #deliver: Deliver
  readonly #attempt: string
  readonly #inFlight: Set<Promise<void>> = new Set()
  readonly #ended: PromiseWithResolvers<void> = Promise.withResolvers()
  /** Undefined before the broker has answered, and once there is nothing to cancel any more. */
  #consumerTag: string | undefined
  #isChannelOpen = true
  #closeReason: unknown
  #loss: TransportError | undefined
  #closing: Promise<void> | undefined

  constructor(
    channel: Channel,
    place: string,
    source: AmqpSource,
    subscription: Subscription,
    deliver: Deliver,
  ) {
    this.#channel = channel
    this.#source = source
    this.#subscription = subscription
    this.#deliver = deliver
    this.#attempt = `Cannot consume queue "${source.queue}" on ${place}`
    channel.once('error', (error) => (this.#closeReason = error))
    channel.once('close', () => {
      this.#isChannelOpen = false
      this.#lose(channelFailure(this.#closeReason, this.#attempt))
    })
  }

  /** Resolves when it is closed, for whatever reason. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  async start(): Promise<void> {
    try {
      await this.#channel.prefetch(this.#subscription.prefetch)
      const { consumerTag } = await this.#channel.consume(this.#source.queue, (message) =>
        this.#receive(message),
      )
      if (this.#loss !== undefined) throw this.#loss
      this.#consumerTag = consumerTag
    } catch (error) {
      await this.close()
      throw channelFailure(error, this.#attempt)
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close().finally(this.#ended.resolve)
    return this.#closing
  }

  async #close(): Promise<void> {
    // It fails where the channel closes meanwhile, which comes to the same.
    if (this.#consumerTag !== undefined) await this.#channel.cancel(this.#consumerTag).catch(() => undefined)
    await Promise.all(this.#inFlight)
    await closeQuietly(this.#channel)
  }

  /** Null tells that the broker has cancelled the consumer, which it does when the queue is deleted. */
  #receive(message: ConsumeMessage | null): void {
    if (message === null) {
      const reason = 'the queue was deleted or its node went down'
      const advice = 'Declare the topology of the contract and subscribe again.'
      this.#lose(
        new TransportError('not-found', `${this.#attempt}: ${reason}. ${advice}`, { retriable: false }),
      )
      return
    }
    // What comes after the cancel stays unacknowledged, and goes back to the queue when the channel closes.
    if (this.#closing !== undefined) return
    const handling = this.#handle(message).finally(() => this.#inFlight.delete(handling))
    this.#inFlight.add(handling)
  }

  async #handle(message: ConsumeMessage): Promise<void> {
    const settlement = await this.#deliver(incomingMessage(message, this.#source.queue))
    // Without its channel the message has gone back to the queue, and will come again.
    if (!this.#isChannelOpen) return
    if (settlement === 'ack') this.#channel.ack(message)
    // Rejecting where no dead-letter exchange stands would lose the message.
    if (settlement === 'dead-letter' && this.#source.deadLetters) this.#channel.reject(message, false)
  }

  #lose(error: TransportError): void {
    if (this.#closing !== undefined || this.#loss !== undefined) return
    this.#loss = error
    const wasConsuming = this.#consumerTag !== undefined
    this.#consumerTag = undefined
    if (!wasConsuming) return
    void this.close()
    this.#subscription.onLost(error)
  }
}

function incomingMessage({ content, fields, properties }: ConsumeMessage, queue: string): IncomingMessage {
  return {
    body: content,
    headers: headersAsText(properties.headers),
    redelivered: fields.redelivered,
    origin: `queue ${queue}`,
    ...optionalText('contentType', properties.contentType),
    ...optionalText('id', properties.messageId),
    ...optionalText('type', properties.type),
    ...optionalText('correlationId', properties.correlationId),
  }
}

function optionalText<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  return typeof value === 'string' ? ({ [name]: value } as { readonly [N in Name]?: string }) : {}
}
