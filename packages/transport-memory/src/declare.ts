import type {
  BindingDeclaration,
  ExchangeDeclaration,
  QueueDeclaration,
  TopicDeclaration,
  Topology,
} from '@concordat/runtime'

import type { Broker } from './broker.ts'
import { notFound, topologyMismatch } from './errors.ts'
import { deadLetterToExchange } from './publish.ts'
import { Queue } from './queue.ts'
import { Topic } from './topic.ts'

/**
 * Declares what is missing. Of a queue's arguments the time to live and the dead-letter ones have an effect; the others, like
 * `durable`, `exclusive` and `autoDelete`, are kept and compared, and everything lives as long as the process.
 * @throws TransportError `topology-mismatch`, `not-found`
 */
export function declareTopology(broker: Broker, topology: Topology): void {
  for (const exchange of topology.exchanges) declareExchange(broker, exchange)
  for (const queue of topology.queues) declareQueue(broker, queue)
  for (const binding of topology.bindings) declareBinding(broker, binding)
  for (const topic of topology.topics) declareTopic(broker, topic)
}

function declareExchange(broker: Broker, wanted: ExchangeDeclaration): void {
  const held = broker.exchanges.get(wanted.name)
  if (held === undefined) broker.exchanges.set(wanted.name, { declaration: wanted, bindings: [] })
  else refuseDifference(`exchange ${wanted.name}`, held.declaration, wanted)
}

function declareQueue(broker: Broker, wanted: QueueDeclaration): void {
  const held = broker.queues.get(wanted.name)
  if (held !== undefined) return refuseDifference(`queue ${wanted.name}`, held.declaration, wanted)
  const queue = new Queue(wanted, (message, reason) => deadLetterToExchange(broker, wanted, message, reason))
  broker.queues.set(wanted.name, queue)
}

function declareBinding(broker: Broker, binding: BindingDeclaration): void {
  const { kind, name } = binding.destination
  const source = broker.exchanges.get(binding.exchange)
  const destinations = kind === 'queue' ? broker.queues : broker.exchanges
  if (source === undefined) throw notFound('exchange', binding.exchange)
  if (!destinations.has(name)) throw notFound(kind, name)
  if (!source.bindings.some((held) => canonical(held) === canonical(binding))) source.bindings.push(binding)
}

function declareTopic(broker: Broker, wanted: TopicDeclaration): void {
  const held = broker.topics.get(wanted.name)
  if (held === undefined) broker.topics.set(wanted.name, new Topic(wanted))
  else
    refuseDifference(
      `topic ${wanted.name}`,
      { partitions: held.declaration.partitions },
      { partitions: wanted.partitions },
    )
}

function refuseDifference(what: string, held: object, wanted: object): void {
  if (canonical(held) !== canonical(wanted)) throw topologyMismatch(what, canonical(held), canonical(wanted))
}

/** JSON with sorted names, so that the order of arguments makes no difference, and nor do empty ones. */
function canonical(value: object): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null) return member
    const entries = Object.entries(member).filter(([, inner]) => !isEmpty(inner))
    return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)))
  })
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
