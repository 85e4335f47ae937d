import { exchangeGraph } from '../../routing/exchange-graph.ts'
import { bindingLabel, neverMatches } from '../flow/bindings.ts'
import type { Rule } from '../rule.ts'

export const wildcardOnDirectExchange: Rule = {
  id: 'wildcard-on-direct-exchange',
  severity: 'error',
  summary:
    'A binding to a direct exchange has `*` or `#` in its key; a direct exchange compares keys letter by letter.',
  why: 'The binding matches nothing, so every message that it was meant for is dropped.',
  *check({ catalog }) {
    for (const system of catalog.systems)
      for (const edges of exchangeGraph(system).bindings.values())
        for (const edge of edges)
          if (neverMatches(system, edge))
            yield {
              at: edge.binding.node,
              message: `${bindingLabel(edge)}, but the exchange is direct and knows no wildcards`,
              fix: 'Bind each key by its own binding, or make the exchange a topic exchange.',
            }
  },
}
