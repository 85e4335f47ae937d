import type { AmqpExchange } from '../model/catalog.ts'
import type { ExchangeEdge } from './exchange-graph.ts'

/** Bindings of one exchange by their routing keys, for messages whose key is known letter by letter. */
interface EdgeIndex {
  readonly byKey: ReadonlyMap<string, readonly ExchangeEdge[]>
  /** Those that a topic exchange matches word by word. */
  readonly patterns: readonly ExchangeEdge[]
}

/**
 * The bindings of an exchange that can take a message with this routing key, and perhaps some that cannot: an exchange
 * with ten thousand bindings is not searched for each of ten thousand messages.
 */
export function candidateEdges(
  edges: readonly ExchangeEdge[],
  type: AmqpExchange['type'] | undefined,
  routingKey: string,
): readonly ExchangeEdge[] {
  if (type === 'fanout' || type === 'headers' || routingKey.includes('{')) return edges
  const { byKey, patterns } = indexOf(edges)
  const literal = byKey.get(routingKey) ?? []
  if (type === 'direct' || type === 'default') return literal
  return [...literal.filter((edge) => !isPattern(edge)), ...patterns]
}

const indexes = new WeakMap<readonly ExchangeEdge[], EdgeIndex>()

function indexOf(edges: readonly ExchangeEdge[]): EdgeIndex {
  const known = indexes.get(edges)
  if (known !== undefined) return known
  const index = {
    byKey: Map.groupBy(edges, ({ binding }) => binding.routingKey),
    patterns: edges.filter(isPattern),
  }
  indexes.set(edges, index)
  return index
}

function isPattern({ words }: ExchangeEdge): boolean {
  return words.includes('*') || words.includes('#')
}
