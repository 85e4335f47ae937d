import { amqpFlow, type Arrival } from '../lint/flow/amqp-flow.ts'
import { hasBothSides } from '../lint/flow/operations.ts'
import { perSystem } from '../lint/flow/per-system.ts'
import { queuesWithinReach } from '../lint/flow/reach.ts'
import type { Catalog, Channel, System } from '../model/catalog.ts'
import { edgeIdentity, type ExchangeEdge, exchangeGraph } from '../routing/exchange-graph.ts'
import type { ChannelPair } from './amqp-pairs.ts'
import { systemsOf } from './channel-parties.ts'
import type { ContractRuleContext } from './contract-rule.ts'

/** What became of the queues that messages sent to a channel reached. */
export type Reach =
  /** The contracts do not say which queues they were. */
  | { readonly kind: 'unknown' }
  /** Each is still reached. */
  | { readonly kind: 'kept'; readonly queues: readonly string[] }
  /** Some are not, although they are still there. */
  | { readonly kind: 'lost'; readonly queues: readonly string[] }

/** Compares the queues that a routing key reached before with those that its successor reaches now. */
export function reachOf(context: ContractRuleContext, { base, head }: ChannelPair): Reach {
  const before = queuesOf(context.base, base)
  if (before.length === 0) return { kind: 'unknown' }
  const now = new Set(queuesOf(context.head, head))
  const lost = before.filter((queue) => !now.has(queue))
  return lost.length > 0 ? { kind: 'lost', queues: lost } : { kind: 'kept', queues: before }
}

function queuesOf(catalog: Catalog, channel: Channel): readonly string[] {
  const { amqp, address = '' } = channel
  if (amqp?.is !== 'routingKey') return []
  const queues = systemsOf(catalog, channel).flatMap((system) =>
    queuesWithinReach(system, amqp.exchange.name, address),
  )
  return [...new Set(queues)]
}

/** The bindings of a system by what the broker tells them apart by. */
export const edgesByIdentity: (system: System) => ReadonlyMap<string, ExchangeEdge> = perSystem(
  (system) =>
    new Map(
      [...exchangeGraph(system).bindings.values()].flat().map((edge) => [edgeIdentity(edge), edge] as const),
    ),
)

/** Whether an edge's ends are both in a system; an exchange that nobody declares counts as there. */
export function hasEnds(system: System, { destination, binding }: ExchangeEdge, other: System): boolean {
  const graph = exchangeGraph(system)
  const isThere = (name: string): boolean =>
    graph.exchanges.has(name) || !exchangeGraph(other).exchanges.has(name)
  return (
    isThere(binding.exchange) &&
    (destination.kind === 'queue' ? graph.queues.has(destination.name) : isThere(destination.name))
  )
}

/** The queues behind a binding. */
export function queuesBehind(system: System, { destination }: ExchangeEdge): readonly string[] {
  return destination.kind === 'queue' ? [destination.name] : queuesBehindExchange(system, destination.name)
}

/** The queues that are bound to an exchange, or to one that is bound to it, and so on. */
export function queuesBehindExchange(system: System, exchange: string): readonly string[] {
  const found = new Set<string>()
  const waiting = [exchange]
  const seen = new Set(waiting)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const { destination } of exchangeGraph(system).bindings.get(name) ?? []) {
      if (destination.kind === 'queue') found.add(destination.name)
      else if (seen.size < seen.add(destination.name).size) waiting.push(destination.name)
    }
  }
  return [...found].toSorted()
}

/** What comes to a queue in one system and not in another, although it is sent in both. */
export function arrivalsOnlyIn(system: System, other: System, queue: string): readonly Arrival[] {
  const there = new Set((amqpFlow(other).arrivals.get(queue) ?? []).map(arrivalKey))
  const sent = new Set(amqpFlow(other).publications.map(({ message }) => message.name))
  return (amqpFlow(system).arrivals.get(queue) ?? []).filter(
    (arrival) => sent.has(arrival.message.name) && !there.has(arrivalKey(arrival)),
  )
}

/** By name: that it comes under another routing key than before makes no difference to who consumes the queue. */
function arrivalKey({ message, isDeadLetter }: Arrival): string {
  return JSON.stringify([message.name, isDeadLetter])
}

/** Whether the contracts of a system say who sends what its bindings route. */
export function knowsSenders(system: System): boolean {
  return hasBothSides(system) && amqpFlow(system).publications.length > 0
}
