import { randomUUID } from 'node:crypto'

import { onTestFinished } from 'vitest'

import type { BrokerArguments, Protocol, QueueDeclaration, TopicDeclaration, Topology } from '../contract.ts'
import type { OutgoingMessage, Subscription, Transport } from '../transport.ts'
import { type ConsumeOptions, Inbox } from './inbox.ts'
import type { TransportSuiteOptions } from './transport-suite.ts'

/** A way through the broker from a publisher to a consumer, the same shape for each protocol. */
interface Lane {
  readonly target: OutgoingMessage['target']
  readonly source: Subscription['source']
  /** Where the consumer's dead letters can be read. */
  readonly deadLetters: Subscription['source']
}

/** Text that a test publishes last, to know that everything before it has arrived. */
export const END = 'end'

/** What the tests of the suite share: names, connections, topology, and a consumer that records. */
export class Fixture {
  readonly timeout: number
  readonly #options: TransportSuiteOptions
  readonly #run: string = randomUUID().slice(0, 8)
  readonly #declared: Topology[] = []
  #names = 0

  constructor(options: TransportSuiteOptions) {
    this.#options = options
    this.timeout = options.timeout ?? 60_000
  }

  /** A name that nothing else on the broker has. */
  uniqueName(what: string): string {
    this.#names += 1
    return `concordat-suite.${this.#run}.${this.#names}.${what}`
  }

  /** A connection that closes when the test has finished. */
  async open(): Promise<Transport> {
    const transport = await this.#options.open()
    onTestFinished(() => transport.close(), this.timeout)
    return transport
  }

  async declare(transport: Transport, parts: Partial<Topology>): Promise<void> {
    const topology = { exchanges: [], queues: [], bindings: [], topics: [], ...parts }
    await transport.declare(topology)
    this.#declared.push(topology)
  }

  async consume(
    transport: Transport,
    source: Subscription['source'],
    options: ConsumeOptions = {},
  ): Promise<Inbox> {
    const inbox = new Inbox(options, this.timeout)
    await inbox.subscribe(transport, source)
    return inbox
  }

  /** Declares a queue or a topic of one partition, with its dead letters, for tests that hold for every protocol. */
  async lane(transport: Transport, protocol: Protocol): Promise<Lane> {
    return protocol === 'amqp' ? this.#queueLane(transport) : this.#topicLane(transport)
  }

  queue(name: string, queueArguments: BrokerArguments = {}): QueueDeclaration {
    const own = { 'x-expires': 600_000, ...this.#options.queueArguments, ...queueArguments }
    return { name, durable: true, exclusive: false, autoDelete: false, arguments: own }
  }

  topic(name: string, partitions: number): TopicDeclaration {
    return { name, partitions, replicas: 1, configuration: { 'retention.ms': '3600000' } }
  }

  /** Removes all that was declared, each name once. */
  async removeDeclared(): Promise<void> {
    const all = this.#declared
    await this.#options.remove?.({
      exchanges: uniqueByName(all.flatMap(({ exchanges }) => exchanges)),
      queues: uniqueByName(all.flatMap(({ queues }) => queues)),
      bindings: all.flatMap(({ bindings }) => bindings),
      topics: uniqueByName(all.flatMap(({ topics }) => topics)),
    })
  }

  async #queueLane(transport: Transport): Promise<Lane> {
    const name = this.uniqueName('lane')
    const dead = `${name}.dead`
    const deadLetter = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': dead }
    await this.declare(transport, { queues: [this.queue(name, deadLetter), this.queue(dead)] })
    return {
      target: toQueue(name),
      source: { amqp: { queue: name, deadLetters: true } },
      deadLetters: { amqp: { queue: dead, deadLetters: false } },
    }
  }

  async #topicLane(transport: Transport): Promise<Lane> {
    const name = this.uniqueName('lane')
    const dead = `${name}.dead`
    await this.declare(transport, { topics: [this.topic(name, 1), this.topic(dead, 1)] })
    return {
      target: { kafka: { topic: name } },
      source: { kafka: { topic: name, groupId: `${name}.group`, start: 'earliest', deadLetterTopic: dead } },
      deadLetters: { kafka: { topic: dead, groupId: `${dead}.group`, start: 'earliest' } },
    }
  }
}

/** The default exchange routes to the queue that the routing key names (AMQP 0-9-1, 3.1.3.1). */
export function toQueue(queue: string): OutgoingMessage['target'] {
  return { amqp: { exchange: '', routingKey: queue, mandatory: true, persistent: true } }
}

/** A message with a text for a body. */
export function textMessage(target: OutgoingMessage['target'], text: string, key?: string): OutgoingMessage {
  const message = { target, body: Buffer.from(text), contentType: 'text/plain', headers: {} }
  return key === undefined ? message : { ...message, key }
}

function uniqueByName<T extends { readonly name: string }>(declarations: readonly T[]): readonly T[] {
  return [...new Map(declarations.map((declaration) => [declaration.name, declaration])).values()]
}
