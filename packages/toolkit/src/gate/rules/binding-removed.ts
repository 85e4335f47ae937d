import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { quote, quoteList } from '../../lint/quote.ts'
import type { System } from '../../model/catalog.ts'
import type { ExchangeEdge } from '../../routing/exchange-graph.ts'
import { applicationOf } from '../channel-parties.ts'
import type { ContractRule, ContractViolation } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { arrivalsOnlyIn, edgesByIdentity, hasEnds, knowsSenders, queuesBehind } from '../routing-changes.ts'
import { kept } from '../sides.ts'

export const bindingRemoved: ContractRule = {
  id: 'binding-removed',
  verdict: 'breaking',
  summary: 'A binding is gone, and messages do not arrive any more where they did.',
  why: 'On a broker that is set up from the contract the messages are not routed to the queue; on one that is running the binding stays until somebody unbinds it, so the two differ.',
  mirror: { rule: 'binding-added' },
  *check({ pairs }) {
    for (const { base, head } of kept(pairs.systems)) {
      const now = edgesByIdentity(head)
      for (const [identity, edge] of edgesByIdentity(base)) {
        if (now.has(identity) || !hasEnds(head, edge, base)) continue
        yield* missing(base, head, edge)
      }
    }
  },
}

function* missing(base: System, head: System, edge: ExchangeEdge): Iterable<ContractViolation> {
  const lost = queuesBehind(base, edge)
    .map((queue) => ({ queue, messages: namesLost(base, head, queue) }))
    .filter(({ messages }) => messages.length > 0 || !knowsSenders(base))
  if (lost.length === 0) return
  const queues = lost.map(({ queue }) => queue)
  const messages = [...new Set(lost.flatMap((one) => one.messages))].toSorted()
  const what =
    messages.length === 0
      ? 'what came by it does not arrive'
      : `${quoteList(messages)} ${messages.length === 1 ? 'does' : 'do'} not arrive`
  const consumers = queues.flatMap((queue) =>
    [base, head].flatMap((system) => receivingsFromQueue(system, queue)),
  )
  yield {
    thing: { kind: 'channel', name: `${base.name}/${edge.destination.name}` },
    at: edge.binding.node,
    tree: 'base',
    key: `${edge.binding.exchange} ${edge.binding.routingKey}`,
    message: `${label(edge)} is gone, and ${what} in ${quoteList(queues)} any more.`,
    hit: [
      hit(
        'consumer',
        consumers.map(({ service }) => applicationOf(service)),
      ),
    ],
    ways: [
      { text: 'Keep the binding while a consumer of the queue still handles these messages.' },
      {
        text: 'Remove the receive operation first and deploy it, then the binding; unbind it on the running broker too.',
      },
    ],
  }
}

function namesLost(base: System, head: System, queue: string): readonly string[] {
  return arrivalsOnlyIn(base, head, queue).map(({ message }) => message.name)
}

function label({ destination, binding }: ExchangeEdge): string {
  const what = `${destination.kind} ${quote(destination.name)}`
  return `The binding of ${what} to exchange ${quote(binding.exchange)} by ${quote(binding.routingKey)}`
}
