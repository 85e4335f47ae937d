import type { AmqpTarget, OutgoingMessage } from '@concordat/runtime'

import type { Connection } from './connection.ts'
import { PublishChannel } from './publish-channel.ts'

/**
 * Publishes with confirms. Each exchange has a channel of its own: the broker closes a channel on which something was
 * published to an exchange that is missing or forbidden, and this keeps other exchanges out of it.
 */
export class Publisher {
  readonly #connection: Connection
  readonly #channels: Map<string, Promise<PublishChannel>> = new Map()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async publish(message: OutgoingMessage, target: AmqpTarget): Promise<void> {
    const channel = await this.#channel(target.exchange)
    await channel.publish(message, target)
  }

  /** Waits for the confirms that are still to come, and disconnects. */
  async close(): Promise<void> {
    const channels = await Promise.allSettled(this.#channels.values())
    await Promise.all(
      channels.map(async (channel) => {
        if (channel.status === 'fulfilled') await channel.value.close()
      }),
    )
    await this.#connection.close()
  }

  #channel(exchange: string): Promise<PublishChannel> {
    const open = this.#channels.get(exchange) ?? this.#open(exchange)
    this.#channels.set(exchange, open)
    return open
  }

  async #open(exchange: string): Promise<PublishChannel> {
    const forget = (): void => void this.#channels.delete(exchange)
    try {
      const channel = await this.#connection.openConfirmChannel()
      channel.once('close', forget)
      return new PublishChannel(channel, this.#connection.place)
    } catch (error) {
      forget()
      throw error
    }
  }
}
