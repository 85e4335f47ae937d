import { type Channel, type ChannelModel, type ConfirmChannel, connect } from 'amqplib'

import type { BrokerUrl } from './broker-url.ts'
import { closeQuietly } from './close-quietly.ts'
import { channelFailure, connectFailure } from './errors.ts'

const CONNECT_TIMEOUT_MS = 10_000

/** One AMQP connection. After it was lost the next call opens it again. */
export class Connection {
  /** Where it leads, for messages. */
  readonly place: string
  readonly #url: string
  readonly #clientName: string
  #model: Promise<ChannelModel> | undefined

  constructor(brokerUrl: BrokerUrl, clientName: string) {
    this.place = brokerUrl.place
    this.#url = brokerUrl.url
    this.#clientName = clientName
  }

  /** @throws TransportError `connection-refused`, `access-refused`, `not-found` (the virtual host) */
  open(): Promise<ChannelModel> {
    this.#model ??= this.#connect()
    return this.#model
  }

  async openChannel(): Promise<Channel> {
    return this.#guarded(await this.open(), (model) => model.createChannel())
  }

  async openConfirmChannel(): Promise<ConfirmChannel> {
    return this.#guarded(await this.open(), (model) => model.createConfirmChannel())
  }

  async close(): Promise<void> {
    const model = await this.#model?.catch(() => undefined)
    if (model !== undefined) await closeQuietly(model)
  }

  async #connect(): Promise<ChannelModel> {
    try {
      const model = await connect(this.#url, {
        clientProperties: { connection_name: this.#clientName },
        noDelay: true,
        timeout: CONNECT_TIMEOUT_MS,
      })
      // Every error is followed by `close`, here and on the channels, where it is dealt with.
      model.on('error', () => undefined)
      model.once('close', () => (this.#model = undefined))
      return model
    } catch (error) {
      this.#model = undefined
      throw connectFailure(error, this.place)
    }
  }

  async #guarded<T extends Channel>(
    model: ChannelModel,
    create: (model: ChannelModel) => Promise<T>,
  ): Promise<T> {
    try {
      const channel = await create(model)
      // Without a listener an error of the channel would end the process; `close` follows it.
      channel.on('error', () => undefined)
      return channel
    } catch (error) {
      throw channelFailure(error, `Cannot open a channel on ${this.place}`)
    }
  }
}
