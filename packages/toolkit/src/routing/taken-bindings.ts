import type { System } from '../model/catalog.ts'
import { type ExchangeEdge, exchangeGraph } from './exchange-graph.ts'
import { possiblyTakes, routedMessage, takenEdges } from './taken-edges.ts'
import type { TopologyBinding } from './topology-binding.ts'

/** A binding on the way of a message. */
export interface TakenBinding extends TopologyBinding {
  /** Whether it takes the message whatever its parameters and headers are. */
  readonly isCertain: boolean
}

/**
 * Every binding that a message published to an exchange may take, with those of the exchanges that it leads to. The way
 * through an alternate exchange counts where nothing else takes the message; the default exchange has no bindings.
 */
export function takenBindings(system: System, exchange: string, routingKey: string): readonly TakenBinding[] {
  const graph = exchangeGraph(system)
  const message = routedMessage(routingKey)
  const certain = new Set(takenEdges(graph, exchange, message))
  return takenEdges(graph, exchange, message, possiblyTakes).map((edge) => ({
    ...bindingOf(edge),
    isCertain: certain.has(edge),
  }))
}

function bindingOf({ binding, destination }: ExchangeEdge): TopologyBinding {
  const { exchange, routingKey } = binding
  return { exchange, destination, routingKey, arguments: binding.arguments }
}
