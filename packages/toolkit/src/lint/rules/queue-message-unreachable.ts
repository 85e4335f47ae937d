import type { System } from '../../model/catalog.ts'
import { amqpFlow } from '../flow/amqp-flow.ts'
import { couldBe } from '../flow/could-be.ts'
import { missedArrivals } from '../flow/missed-arrivals.ts'
import { hasBothSides } from '../flow/operations.ts'
import { type QueueChannel, queueChannels } from '../flow/queues.ts'
import { edgesInto } from '../flow/reach.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const queueMessageUnreachable: Rule = {
  id: 'queue-message-unreachable',
  severity: 'error',
  summary:
    'The channel of a queue with bindings lists a message that none of them brings. Left to other rules where a binding ' +
    'that nobody publishes for, or a wildcard that is too narrow, explains it.',
  why: 'The consumer has a handler that is never called.',
  *check({ catalog }) {
    for (const system of catalog.systems)
      if (hasBothSides(system) && amqpFlow(system).publications.length > 0)
        for (const channel of queueChannels(system)) yield* unreachable(system, channel)
  },
}

function* unreachable(system: System, { channel, queue }: QueueChannel): Iterable<Violation> {
  const { arrivals, publications } = amqpFlow(system)
  const edges = edgesInto(system, queue.name)
  const got = arrivals.get(queue.name) ?? []
  if (edges.length === 0 && got.length === 0) return
  const explained = [...got, ...edges.flatMap((edge) => missedArrivals(system, edge))]
  const hasDeadBinding = edges.some((edge) => !amqpFlow(system).usedEdges.has(edge))
  for (const message of channel.messages) {
    if (explained.some((arrival) => couldBe(arrival.message, message))) continue
    const sent = publications.find((publication) => publication.message.name === message.name)
    if (sent === undefined && hasDeadBinding) continue
    yield {
      at: channel.node,
      message: `Queue ${quote(queue.name)} lists ${quote(message.name)}, but no binding brings it`,
      fix:
        sent === undefined
          ? 'Let an application send it, or take it from the "messages" of the channel.'
          : `Bind exchange ${quote(sent.exchange)} by ${quote(sent.routingKey)}, or take it from the "messages" of the channel.`,
    }
  }
}
