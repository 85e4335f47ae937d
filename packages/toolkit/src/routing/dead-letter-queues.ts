import type { AmqpQueue, System } from '../model/catalog.ts'
import { exchangeGraph } from './exchange-graph.ts'
import { reachedQueues } from './reached-queues.ts'

/**
 * Names of the queues that take the dead letters of a queue; empty where there are none or they are lost. Without
 * `x-dead-letter-routing-key` a dead letter keeps the key it came with, so every queue of the exchange counts.
 */
export function deadLetterQueues(system: System, queue: AmqpQueue): readonly string[] {
  const exchange = queue.arguments['x-dead-letter-exchange']
  const routingKey = queue.arguments['x-dead-letter-routing-key']
  if (typeof exchange !== 'string') return []
  if (typeof routingKey === 'string') return reachedQueues(system, exchange, routingKey)
  const edges = exchangeGraph(system).bindings.get(exchange) ?? []
  const queues = edges.filter(({ destination }) => destination.kind === 'queue')
  return [...new Set(queues.map(({ destination }) => destination.name))].toSorted()
}
