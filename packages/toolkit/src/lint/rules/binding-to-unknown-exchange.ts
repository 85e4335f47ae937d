import { exchangeGraph } from '../../routing/exchange-graph.ts'
import { bindingLabel, isKnownExchange } from '../flow/bindings.ts'
import { quoteList } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const bindingToUnknownExchange: Rule = {
  id: 'binding-to-unknown-exchange',
  severity: 'error',
  summary: 'A queue or an exchange is bound to an exchange that no channel of the system declares.',
  why: 'The broker refuses the binding (404 NOT_FOUND), or creates nothing that would carry the messages.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const { bindings, exchanges } = exchangeGraph(system)
      for (const edge of [...bindings.values()].flat()) {
        if (isKnownExchange(system, edge.binding.exchange)) continue
        yield {
          at: edge.binding.node,
          message:
            edge.binding.exchange === ''
              ? `${bindingLabel(edge)}, the default exchange, which cannot be bound`
              : `${bindingLabel(edge)}, which no channel declares`,
          fix: `Declare the exchange in a channel with "is: routingKey", or bind to one that is declared: ${quoteList([...exchanges.keys()].toSorted())}.`,
        }
      }
    }
  },
}
