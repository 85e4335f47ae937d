import type {
  AmqpExchange,
  AmqpQueue,
  Channel,
  KafkaChannel,
  Operation,
  Service,
  System,
} from '../model/catalog.ts'
import { deadLetterQueues } from './dead-letter-queues.ts'
import { edgesInto, type ExchangeEdge, exchangeGraph } from './exchange-graph.ts'
import { receiveQueue } from './receive-queue.ts'
import type { TopologyBinding } from './topology-binding.ts'

/** What must stand on the broker for one application to work; every list is sorted by name. */
export interface ApplicationTopology {
  readonly exchanges: readonly Pick<AmqpExchange, 'name' | 'type' | 'durable' | 'autoDelete' | 'arguments'>[]
  readonly queues: readonly Pick<AmqpQueue, 'name' | 'durable' | 'exclusive' | 'autoDelete' | 'arguments'>[]
  readonly bindings: readonly TopologyBinding[]
  readonly topics: readonly KafkaChannel[]
}

/**
 * The exchanges, queues and topics that the application sends to and receives from, and what these hang on: bindings and
 * the exchanges they come from, exchanges bound to exchanges, alternate and dead-letter exchanges with the queues that
 * take dead letters, dead-letter topics.
 */
export function applicationTopology(system: System, service: Service): ApplicationTopology {
  const closure = new AmqpClosure(system)
  for (const operation of service.operations) {
    if (operation.channel.amqp !== undefined) closure.addOperation(operation, operation.channel)
  }
  return { ...closure.topology(), topics: kafkaTopics(system, service) }
}

class AmqpClosure {
  readonly #system: System
  readonly #queuesByName: ReadonlyMap<string, AmqpQueue>
  readonly #exchanges = new Map<string, ApplicationTopology['exchanges'][number]>()
  readonly #queues = new Map<string, ApplicationTopology['queues'][number]>()
  readonly #bindings = new Map<string, TopologyBinding>()

  constructor(system: System) {
    this.#system = system
    this.#queuesByName = new Map(
      system.channels.flatMap(({ amqp }) => (amqp?.is === 'queue' ? [[amqp.queue.name, amqp.queue]] : [])),
    )
  }

  addOperation(operation: Operation, channel: Channel): void {
    const { amqp } = channel
    if (operation.action === 'send') {
      if (amqp?.is === 'queue') this.#addQueue(amqp.queue)
      else if (amqp !== undefined) this.#addExchange(amqp.exchange.name)
      return
    }
    const queue = receiveQueue(operation)
    if (queue === undefined) return
    this.#addQueue(queue.queue)
    if (queue.binding !== undefined) this.#addBinding(queue.binding)
  }

  topology(): Omit<ApplicationTopology, 'topics'> {
    const byKey = <T>(map: ReadonlyMap<string, T>): readonly T[] =>
      [...map].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
    return { exchanges: byKey(this.#exchanges), queues: byKey(this.#queues), bindings: byKey(this.#bindings) }
  }

  #addQueue(queue: AmqpQueue): void {
    if (this.#queues.has(queue.name)) return
    const { name, durable, exclusive, autoDelete } = queue
    this.#queues.set(name, { name, durable, exclusive, autoDelete, arguments: queue.arguments })
    for (const edge of edgesInto(exchangeGraph(this.#system), 'queue', name)) this.#addEdge(edge)
    const deadLetters = queue.arguments['x-dead-letter-exchange']
    if (typeof deadLetters !== 'string') return
    this.#addExchange(deadLetters)
    this.#addQueues(deadLetterQueues(this.#system, queue))
  }

  #addQueues(names: readonly string[]): void {
    for (const name of names) {
      const queue = this.#queuesByName.get(name)
      if (queue !== undefined) this.#addQueue(queue)
    }
  }

  /** The default exchange is always there. One that no channel declares is taken for a topic exchange. */
  #addExchange(name: string): void {
    if (name === '' || this.#exchanges.has(name)) return
    const graph = exchangeGraph(this.#system)
    const declared = graph.exchanges.get(name) ?? UNDECLARED
    const { type, durable, autoDelete } = declared
    this.#exchanges.set(name, { name, type, durable, autoDelete, arguments: declared.arguments })
    for (const edge of edgesInto(graph, 'exchange', name)) this.#addEdge(edge)
    const alternate = declared.arguments['alternate-exchange']
    if (typeof alternate !== 'string') return
    this.#addExchange(alternate)
    const bound = (graph.bindings.get(alternate) ?? []).filter(
      ({ destination }) => destination.kind === 'queue',
    )
    this.#addQueues(bound.map(({ destination }) => destination.name))
  }

  #addEdge({ binding, destination }: ExchangeEdge): void {
    const { exchange, routingKey } = binding
    this.#addBinding({ exchange, destination, routingKey, arguments: binding.arguments })
  }

  #addBinding(binding: TopologyBinding): void {
    const { exchange, destination, routingKey } = binding
    if (exchange === '') return
    this.#bindings.set(
      JSON.stringify([exchange, destination.kind, destination.name, routingKey, binding.arguments]),
      binding,
    )
    this.#addExchange(exchange)
  }
}

const UNDECLARED: Omit<AmqpExchange, 'name' | 'vhost'> = {
  type: 'topic',
  durable: true,
  autoDelete: false,
  arguments: {},
}

function kafkaTopics(system: System, service: Service): readonly KafkaChannel[] {
  const declared = new Map(
    system.channels.flatMap(({ kafka }) => (kafka === undefined ? [] : [[kafka.topic, kafka]])),
  )
  const topics = new Map<string, KafkaChannel>()
  for (const { channel, delivery } of service.operations) {
    const { kafka } = channel
    // A topic whose name has parameters is known only when something is sent to it.
    if (kafka === undefined || kafka.topic.includes('{')) continue
    topics.set(kafka.topic, kafka)
    const { deadLetterTopic: name } = delivery
    // A dead-letter topic without a channel of its own has as many partitions as the topic that it serves.
    if (name !== undefined)
      topics.set(name, declared.get(name) ?? { ...kafka, topic: name, configuration: {} })
  }
  return [...topics.values()].toSorted((a, b) => (a.topic < b.topic ? -1 : 1))
}
