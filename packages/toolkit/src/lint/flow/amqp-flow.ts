import type { AmqpQueue, Message, System } from '../../model/catalog.ts'
import { type ExchangeEdge, exchangeGraph } from '../../routing/exchange-graph.ts'
import { type Sending, sendings } from './operations.ts'
import { perSystem } from './per-system.ts'
import { deadLetterTarget, queuesByName } from './queues.ts'
import { possibleEdges, queuesWithinReach } from './reach.ts'

/** Where the messages of one system may go on RabbitMQ, dead letters included. */
export interface AmqpFlow {
  readonly publications: readonly Publication[]
  /** What may come to a queue, by the queue's name. */
  readonly arrivals: ReadonlyMap<string, readonly Arrival[]>
  /** What may pass through an exchange, by its name. */
  readonly passing: ReadonlyMap<string, readonly Arrival[]>
  /** Bindings that some message may take. */
  readonly usedEdges: ReadonlySet<ExchangeEdge>
}

/** A message that an application publishes. */
export interface Publication extends Sending {
  /** Empty string: the default exchange. */
  readonly exchange: string
  readonly routingKey: string
  /** Queues that it may reach at once, without a dead letter's detour. */
  readonly queues: readonly string[]
}

export interface Arrival {
  readonly message: Message
  readonly routingKey: string
  /** Whether it comes as a dead letter of another queue. */
  readonly isDeadLetter: boolean
}

/** The flow of a system. */
export const amqpFlow: (system: System) => AmqpFlow = perSystem(findFlow)

/** Routing keys under which a queue's dead letters are published, as far as it is known what comes to the queue. */
export function deadLetterKeys(system: System, queue: AmqpQueue): readonly string[] {
  const key = deadLetterTarget(queue)?.routingKey
  if (key !== undefined) return [key]
  const arrivals = amqpFlow(system).arrivals.get(queue.name) ?? []
  return [...new Set(arrivals.map(({ routingKey }) => routingKey))]
}

function findFlow(system: System): AmqpFlow {
  const publications = sendings(system).flatMap((sending) => publicationOf(system, sending))
  const queues = queuesByName(system)
  const arrivals = new Map<string, Arrival[]>()
  const passing = new Map<string, Arrival[]>()
  const usedEdges = new Set<ExchangeEdge>()
  const steps = publications.map(({ exchange, routingKey, message }) => ({
    exchange,
    arrival: { message, routingKey, isDeadLetter: false },
  }))
  const seen = new Set<string>()
  for (const { exchange, arrival } of steps) {
    const step = JSON.stringify([exchange, arrival.routingKey, arrival.message.name, arrival.isDeadLetter])
    if (seen.has(step)) continue
    seen.add(step)
    const edges = possibleEdges(system, exchange, arrival.routingKey)
    for (const edge of edges) usedEdges.add(edge)
    for (const name of exchangesPassed(exchange, edges)) append(passing, name, arrival)
    for (const name of queuesWithinReach(system, exchange, arrival.routingKey)) {
      append(arrivals, name, arrival)
      const target = deadLetterTarget(queues.get(name))
      if (target === undefined) continue
      const routingKey = target.routingKey ?? arrival.routingKey
      steps.push({ exchange: target.exchange, arrival: { ...arrival, routingKey, isDeadLetter: true } })
    }
  }
  for (const queue of queues.values())
    if (!arrivals.has(queue.name)) for (const edge of deadLetterEdges(system, queue)) usedEdges.add(edge)
  return { publications, arrivals, passing, usedEdges }
}

function publicationOf(system: System, sending: Sending): readonly Publication[] {
  const { amqp, address = '' } = sending.channel
  if (amqp === undefined) return []
  const exchange = amqp.is === 'queue' ? '' : amqp.exchange.name
  const routingKey = amqp.is === 'queue' ? amqp.queue.name : address
  return [{ ...sending, exchange, routingKey, queues: queuesWithinReach(system, exchange, routingKey) }]
}

function exchangesPassed(exchange: string, edges: readonly ExchangeEdge[]): ReadonlySet<string> {
  const names = new Set([exchange])
  for (const { binding, destination } of edges) {
    names.add(binding.exchange)
    if (destination.kind === 'exchange') names.add(destination.name)
  }
  return names
}

/** Bindings that a queue's dead letters may take although nobody knows what comes to the queue. */
function deadLetterEdges(system: System, queue: AmqpQueue): readonly ExchangeEdge[] {
  const target = deadLetterTarget(queue)
  if (target === undefined) return []
  return target.routingKey === undefined
    ? (exchangeGraph(system).bindings.get(target.exchange) ?? [])
    : possibleEdges(system, target.exchange, target.routingKey)
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
