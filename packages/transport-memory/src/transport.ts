import type {
  Deliver,
  OutgoingMessage,
  Protocol,
  Subscription,
  Topology,
  Transport,
  TransportSubscription,
} from '@concordat/runtime'

import type { Broker } from './broker.ts'
import { declareTopology } from './declare.ts'
import { connectionClosed } from './errors.ts'
import { publishMessage } from './publish.ts'
import { openSubscription } from './subscribe.ts'

/** One connection to a broker in this process. */
export class MemoryTransport implements Transport {
  readonly protocols: readonly Protocol[] = ['amqp', 'kafka']
  readonly #broker: Broker
  readonly #subscriptions: Set<TransportSubscription> = new Set()
  #closing: Promise<void> | undefined
  #isClosed = false

  constructor(broker: Broker) {
    this.#broker = broker
  }

  async declare(topology: Topology): Promise<void> {
    if (this.#isClosed) throw connectionClosed('declare')
    declareTopology(this.#broker, topology)
  }

  async publish(message: OutgoingMessage): Promise<void> {
    if (this.#isClosed) throw connectionClosed('publish')
    publishMessage(this.#broker, message)
  }

  async subscribe(subscription: Subscription, deliver: Deliver): Promise<TransportSubscription> {
    if (this.#closing !== undefined) throw connectionClosed('subscribe')
    const opened = openSubscription(this.#broker, subscription, deliver)
    this.#subscriptions.add(opened)
    return {
      close: async (): Promise<void> => {
        await opened.close()
        this.#subscriptions.delete(opened)
      },
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()))
    this.#isClosed = true
  }
}
