import { randomUUID } from 'node:crypto'

import {
  connect,
  type Connection,
  type Deliver,
  type IncomingMessage,
  type Subscription,
  type Transport,
  type TransportSubscription,
} from '@concordat/runtime'

import type { Protocol } from './sent-messages.ts'

/** One application's subscription to a queue or a topic, and what reached it. */
export interface ObservedSubscription {
  readonly application: string
  readonly source: Subscription['source']
  /** Ids of this run's messages, in order of arrival, each as often as it came. */
  readonly arrivals: string[]
  /** Where each fence came from, by its text. */
  readonly fences: Map<string, string>
}

const FENCE = 'concordat-fence-'

/**
 * Sees what reaches each application before anybody decodes it: a message that a consumer would refuse has reached it
 * all the same. Messages are known by ids made for this run, so those of other runs on the same broker do not count.
 */
export class Observer {
  readonly subscriptions: ObservedSubscription[] = []
  readonly #run = `proof-${randomUUID()}`
  #messages = 0

  /** An id for a message that is to be published. */
  newId(): string {
    this.#messages += 1
    return `${this.#run}-${this.#messages}.`
  }

  /** A text that a fence carries; it is for the observer alone and reaches no consumer. */
  newFence(): string {
    return `${FENCE}${randomUUID()}`
  }

  /** Connects an application to a broker, over one protocol where the transport speaks several. */
  async connect(url: string, application: string, protocol: Protocol): Promise<Connection> {
    const { transport } = await connect(url, { clientName: application })
    const observed = this.#observe(transport, application, protocol)
    return connect('observed:', { transports: { observed: async () => observed } })
  }

  #observe(transport: Transport, application: string, protocol: Protocol): Transport {
    return {
      protocols: [protocol],
      declare: (topology) => transport.declare(topology),
      publish: (message) => transport.publish(message),
      subscribe: (subscription, deliver) => {
        const source = { [protocol]: subscription.source[protocol] }
        return this.#subscribe(transport, application, { ...subscription, source }, deliver)
      },
      close: () => transport.close(),
    }
  }

  #subscribe(
    transport: Transport,
    application: string,
    subscription: Subscription,
    deliver: Deliver,
  ): Promise<TransportSubscription> {
    const { source } = subscription
    const observed: ObservedSubscription = { application, source, arrivals: [], fences: new Map() }
    this.subscriptions.push(observed)
    return transport.subscribe(subscription, async (message) => {
      const text = Buffer.from(message.body).toString()
      if (text.startsWith(FENCE)) {
        observed.fences.set(text, message.origin)
        return 'ack'
      }
      observed.arrivals.push(...this.#idsIn(text, message))
      return deliver(message)
    })
  }

  /** The id of a message of this run, wherever its envelope has it; none in another message. */
  #idsIn(text: string, { headers }: IncomingMessage): Iterable<string> {
    const haystack = [text, ...Object.values(headers)].join('\n')
    return new Set(haystack.match(new RegExp(`${this.#run}-\\d+\\.`, 'g')))
  }
}
