import type { System } from '../../model/catalog.ts'
import { type ExchangeEdge, exchangeGraph } from '../../routing/exchange-graph.ts'
import { possiblyTakes, routedMessage, takenEdges } from '../../routing/taken-edges.ts'
import { perSystem } from './per-system.ts'
import { queuesByName } from './queues.ts'

/** Bindings that a message may take, whatever its headers and the parameters in its key are. */
export function possibleEdges(system: System, exchange: string, routingKey: string): readonly ExchangeEdge[] {
  if (exchange === '') return []
  const known = knownEdges(system)
  const key = JSON.stringify([exchange, routingKey])
  const edges =
    known.get(key) ?? takenEdges(exchangeGraph(system), exchange, routedMessage(routingKey), possiblyTakes)
  known.set(key, edges)
  return edges
}

const knownEdges = perSystem(() => new Map<string, readonly ExchangeEdge[]>())

/** Names of the queues that a message may reach, sorted. */
export function queuesWithinReach(system: System, exchange: string, routingKey: string): readonly string[] {
  if (exchange === '') return queuesByName(system).has(routingKey) ? [routingKey] : []
  const names = possibleEdges(system, exchange, routingKey).flatMap(({ destination }) =>
    destination.kind === 'queue' ? [destination.name] : [],
  )
  return [...new Set(names)].toSorted()
}

/** Bindings whose destination is the queue. */
export function edgesInto(system: System, queue: string): readonly ExchangeEdge[] {
  return edgesByQueue(system).get(queue) ?? []
}

const edgesByQueue = perSystem((system) =>
  Map.groupBy([...exchangeGraph(system).bindings.values()].flat(), ({ destination }) =>
    destination.kind === 'queue' ? destination.name : undefined,
  ),
)
