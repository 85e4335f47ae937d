import type { AmqpExchange, BrokerArguments, System } from '../model/catalog.ts'
import { type ExchangeEdge, type ExchangeGraph, exchangeGraph } from './exchange-graph.ts'
import { matchesHeaders } from './matches-headers.ts'
import { matchesWords, routingWords } from './matches-routing-key.ts'

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
  const message = { routingKey, words: routingWords(routingKey), headers }
  const queues = new Set<string>()
  const seen = new Set<string>()
  const waiting = [exchange]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const taken = edgesTaken(graph, name, message)
    for (const { destination } of taken) {
      if (destination.kind === 'queue') queues.add(destination.name)
      else waiting.push(destination.name)
    }
    const alternate = graph.exchanges.get(name)?.arguments['alternate-exchange']
    if (taken.length === 0 && typeof alternate === 'string') waiting.push(alternate)
  }
  return [...queues].sort()
}

interface RoutedMessage {
  readonly routingKey: string
  readonly words: readonly string[]
  readonly headers: BrokerArguments
}

function edgesTaken(graph: ExchangeGraph, exchange: string, message: RoutedMessage): readonly ExchangeEdge[] {
  const type = graph.exchanges.get(exchange)?.type
  return (graph.bindings.get(exchange) ?? []).filter((edge) => takes(type, edge, message))
}

/** An exchange that no channel declares is taken for a topic exchange: for keys without wildcards it is a direct one too. */
function takes(type: AmqpExchange['type'] | undefined, edge: ExchangeEdge, message: RoutedMessage): boolean {
  switch (type) {
    case 'fanout':
      return true
    case 'headers':
      return matchesHeaders(edge.binding.arguments, message.headers)
    case 'direct':
    case 'default':
      return edge.binding.routingKey === message.routingKey
    case 'topic':
    case undefined:
      return matchesWords(edge.words, message.words)
  }
}
