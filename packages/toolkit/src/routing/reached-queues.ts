import type { BrokerArguments, System } from '../model/catalog.ts'
import { exchangeGraph } from './exchange-graph.ts'
import { routedMessage, takenEdges } from './taken-edges.ts'

/**
 * Names of the system's queues that a message reaches, sorted: through bindings, exchanges bound to exchanges and
 * alternate exchanges. The empty exchange name is the default exchange, which routes to the queue of that name. A
 * `{parameter}` in the routing key counts as a word that only a wildcard takes, so a queue is listed when the message
 * reaches it whatever the parameter's value is (as long as the value has no dot).
 */
export function reachedQueues(
  system: System,
  exchange: string,
  routingKey: string,
  headers: BrokerArguments = {},
): readonly string[] {
  const graph = exchangeGraph(system)
  if (exchange === '') return graph.queues.has(routingKey) ? [routingKey] : []
  const queues = new Set<string>()
  for (const { destination } of takenEdges(graph, exchange, routedMessage(routingKey, headers)))
    if (destination.kind === 'queue') queues.add(destination.name)
  return [...queues].toSorted()
}
