import type { System } from '../../model/catalog.ts'
import { type ExchangeEdge, exchangeGraph } from '../../routing/exchange-graph.ts'
import { quote } from '../quote.ts'
import { amqpFlow } from './amqp-flow.ts'

/** Whether a channel of the system declares the exchange, or every broker has it (AMQP 0-9-1, 3.1.3). */
export function isKnownExchange(system: System, name: string): boolean {
  return exchangeGraph(system).exchanges.has(name) || name.startsWith('amq.')
}

/**
 * Whether a binding has wildcards at a direct exchange, which compares keys letter by letter, and no message has that
 * very key.
 */
export function neverMatches(system: System, edge: ExchangeEdge): boolean {
  const type = exchangeGraph(system).exchanges.get(edge.binding.exchange)?.type
  return type === 'direct' && edge.words.some(isWildcard) && !amqpFlow(system).usedEdges.has(edge)
}

export function isWildcard(word: string): boolean {
  return word === '*' || word === '#'
}

/** `Queue "crm.orders" is bound to "orders" by "order.completed"`. */
export function bindingLabel({ destination, binding }: ExchangeEdge): string {
  const what = destination.kind === 'queue' ? 'Queue' : 'Exchange'
  return `${what} ${quote(destination.name)} is bound to exchange ${quote(binding.exchange)} by ${quote(binding.routingKey)}`
}
