import type { System } from '../../model/catalog.ts'
import { type ExchangeEdge, exchangeGraph } from '../../routing/exchange-graph.ts'
import { matchesWords, routingWords } from '../../routing/matches-routing-key.ts'
import { amqpFlow, type Arrival } from './amqp-flow.ts'
import { isWildcard } from './bindings.ts'

/**
 * What a binding that ends in `*` does not take although it begins like it (`product.*` and `product.stock.updated`),
 * and what does not get to the binding's destination by another binding either.
 */
export function missedArrivals(system: System, edge: ExchangeEdge): readonly Arrival[] {
  const { binding, destination, words } = edge
  const prefix = words.slice(0, -1)
  const isTopic = exchangeGraph(system).exchanges.get(binding.exchange)?.type === 'topic'
  if (!isTopic || words.at(-1) !== '*' || prefix.includes('#') || prefix.every(isWildcard)) return []
  const { passing, arrivals } = amqpFlow(system)
  const got = (destination.kind === 'queue' ? arrivals : passing).get(destination.name) ?? []
  const names = new Set(got.map(({ message }) => message.name))
  return (passing.get(binding.exchange) ?? []).filter(({ routingKey, message }) => {
    const key = routingWords(routingKey)
    return key.length > words.length && matchesWords([...prefix, '#'], key) && !names.has(message.name)
  })
}
