import type { AmqpBinding, AmqpExchange, System } from '../model/catalog.ts'
import { routingWords } from './matches-routing-key.ts'

/** Exchanges, queues and the bindings between them, as all the channels of one system state them together. */
export interface ExchangeGraph {
  /** Declared exchanges by name. A binding may name one that no channel declares. */
  readonly exchanges: ReadonlyMap<string, AmqpExchange>
  readonly queues: ReadonlySet<string>
  /** Bindings by the name of their source exchange. */
  readonly bindings: ReadonlyMap<string, readonly ExchangeEdge[]>
}

/** The bindings that end at an exchange or a queue. */
export function edgesInto(
  graph: ExchangeGraph,
  kind: 'queue' | 'exchange',
  name: string,
): readonly ExchangeEdge[] {
  return [...graph.bindings.values()].flatMap((edges) =>
    edges.filter(({ destination }) => destination.kind === kind && destination.name === name),
  )
}

export interface ExchangeEdge {
  readonly destination: { readonly kind: 'queue' | 'exchange'; readonly name: string }
  readonly binding: AmqpBinding
  /** The binding's routing key, split into words. */
  readonly words: readonly string[]
}

const graphs = new WeakMap<System, ExchangeGraph>()

/** The graph of a system; built once, because a thousand messages ask for it. */
export function exchangeGraph(system: System): ExchangeGraph {
  const known = graphs.get(system)
  if (known !== undefined) return known
  const graph = buildGraph(system)
  graphs.set(system, graph)
  return graph
}

function buildGraph(system: System): ExchangeGraph {
  const exchanges = new Map<string, AmqpExchange>()
  const queues = new Set<string>()
  const bindings = new Map<string, ExchangeEdge[]>()
  const seen = new Set<string>()
  for (const { amqp } of system.channels) {
    if (amqp === undefined) continue
    const destination =
      amqp.is === 'queue'
        ? ({ kind: 'queue', name: amqp.queue.name } as const)
        : ({ kind: 'exchange', name: amqp.exchange.name } as const)
    if (amqp.is === 'queue') queues.add(amqp.queue.name)
    else if (!exchanges.has(amqp.exchange.name)) exchanges.set(amqp.exchange.name, amqp.exchange)
    for (const binding of amqp.bindings) {
      // Every channel of an exchange may repeat the exchange's own bindings; an edge counts once, as on the broker.
      if (seen.size === seen.add(edgeIdentity({ destination, binding })).size) continue
      const edges = bindings.get(binding.exchange) ?? []
      edges.push({ destination, binding, words: routingWords(binding.routingKey) })
      bindings.set(binding.exchange, edges)
    }
  }
  return { exchanges, queues, bindings }
}

/** What the broker tells bindings apart by. */
export function edgeIdentity({
  destination,
  binding,
}: Pick<ExchangeEdge, 'destination' | 'binding'>): string {
  const values = Object.entries(binding.arguments).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([binding.exchange, destination.kind, destination.name, binding.routingKey, values])
}
