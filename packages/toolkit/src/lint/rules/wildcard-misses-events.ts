import type { System } from '../../model/catalog.ts'
import { type ExchangeEdge, exchangeGraph } from '../../routing/exchange-graph.ts'
import { bindingLabel } from '../flow/bindings.ts'
import { missedArrivals } from '../flow/missed-arrivals.ts'
import { declaredMessages } from '../flow/consumers.ts'
import { quote, quoteList } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const wildcardMissesEvents: Rule = {
  id: 'wildcard-misses-events',
  severity: 'warning',
  summary:
    'A binding such as `product.*` takes exactly one word where `*` stands, and the exchange carries longer keys that ' +
    'begin alike and reach its queue by no other binding. An error where the queue declares such a message.',
  why: 'The broker drops those messages for this subscriber without telling anybody.',
  *check({ catalog }) {
    for (const system of catalog.systems)
      for (const edges of exchangeGraph(system).bindings.values())
        for (const edge of edges) yield* missedBy(system, edge)
  },
}

function* missedBy(system: System, edge: ExchangeEdge): Iterable<Violation> {
  const missed = missedArrivals(system, edge)
  if (missed.length === 0) return
  const keys = [...new Set(missed.map(({ routingKey }) => routingKey))].toSorted()
  const wider = [...edge.words.slice(0, -1), '#'].join('.')
  const expected = edge.destination.kind === 'queue' ? declaredMessages(system, edge.destination.name) : []
  const isExpected = missed.some(({ message }) => expected.some(({ name }) => name === message.name))
  yield {
    at: edge.binding.node,
    message: `${bindingLabel(edge)}, which does not match ${quoteList(keys)}`,
    fix: `Bind ${quote(wider)} to get them too, or spell out the keys that are meant.`,
    ...(isExpected ? { severity: 'error' } : {}),
  }
}
