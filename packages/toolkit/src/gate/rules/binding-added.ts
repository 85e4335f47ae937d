import { bindingLabel } from '../../lint/flow/bindings.ts'
import { declaredMessages, receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { couldBe } from '../../lint/flow/could-be.ts'
import { quoteList } from '../../lint/quote.ts'
import type { System } from '../../model/catalog.ts'
import type { ExchangeEdge } from '../../routing/exchange-graph.ts'
import { applicationOf } from '../channel-parties.ts'
import type { ContractRule, ContractViolation } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { arrivalsOnlyIn, edgesByIdentity, hasEnds, queuesBehind } from '../routing-changes.ts'
import { kept } from '../sides.ts'

export const bindingAdded: ContractRule = {
  id: 'binding-added',
  verdict: 'risky',
  summary: 'A new binding brings messages into a queue whose consumers did not know them.',
  why: 'A consumer gets messages that it has no handler for: they end as dead letters, or whatever it does with what it does not know.',
  mirror: { rule: 'binding-removed' },
  *check({ pairs }) {
    for (const { base, head } of kept(pairs.systems)) {
      const before = edgesByIdentity(base)
      for (const [identity, edge] of edgesByIdentity(head)) {
        if (before.has(identity) || !hasEnds(base, edge, head)) continue
        for (const queue of queuesBehind(head, edge)) yield* surprises(base, head, edge, queue)
      }
    }
  },
}

function* surprises(
  base: System,
  head: System,
  edge: ExchangeEdge,
  queue: string,
): Iterable<ContractViolation> {
  const consumers = receivingsFromQueue(base, queue)
  if (consumers.length === 0) return
  const known = [...declaredMessages(base, queue), ...declaredMessages(head, queue)]
  const unknown = arrivalsOnlyIn(head, base, queue)
    .map(({ message }) => message)
    .filter((message) => !known.some((other) => couldBe(message, other)))
  if (unknown.length === 0) return
  const names = [...new Set(unknown.map(({ name }) => name))].toSorted()
  yield {
    thing: { kind: 'channel', name: `${head.name}/${queue}` },
    at: edge.binding.node,
    tree: 'head',
    key: `${edge.binding.exchange} ${edge.binding.routingKey}`,
    message: `${bindingLabel(edge)} now, and ${quoteList(names)} ${names.length === 1 ? 'arrives' : 'arrive'} in ${JSON.stringify(queue)}, which does not list ${names.length === 1 ? 'it' : 'them'}.`,
    hit: [
      hit(
        'consumer',
        consumers.map(({ service }) => applicationOf(service)),
      ),
    ],
    ways: [
      { text: 'Deploy the consumer that handles these messages first, then declare the binding.' },
      { text: 'Bind by a narrower routing key.' },
    ],
  }
}
