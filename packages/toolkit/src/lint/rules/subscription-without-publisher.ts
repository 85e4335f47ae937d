import type { Message, System } from '../../model/catalog.ts'
import { exchangeGraph } from '../../routing/exchange-graph.ts'
import { bindingLabel, isKnownExchange, neverMatches } from '../flow/bindings.ts'
import { amqpFlow } from '../flow/amqp-flow.ts'
import { couldBe } from '../flow/could-be.ts'
import { receivingsFromExchange, unnamedQueueSource } from '../flow/consumers.ts'
import { hasBothSides, type Receiving, receivings } from '../flow/operations.ts'
import { receivingsByTopic, sendingsByTopic } from '../flow/topics.ts'
import { edgesInto } from '../flow/reach.ts'
import { quote, quoteList } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const subscriptionWithoutPublisher: Rule = {
  id: 'subscription-without-publisher',
  severity: 'error',
  summary:
    'A queue binding or a receive operation waits for messages that no application of the system sends. ' +
    'Looked for only where the contracts describe senders and receivers.',
  why: 'The subscriber waits for ever, and nothing ever tells it that its message does not exist.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      if (!hasBothSides(system)) continue
      yield* unusedBindings(system)
      yield* deafReceivers(system)
      yield* unsentTopics(system)
    }
  },
}

function* unusedBindings(system: System): Iterable<Violation> {
  const { publications, passing, usedEdges } = amqpFlow(system)
  if (publications.length === 0) return
  for (const edges of exchangeGraph(system).bindings.values()) {
    for (const edge of edges) {
      const { exchange, routingKey, node } = edge.binding
      if (usedEdges.has(edge) || !isKnownExchange(system, exchange) || neverMatches(system, edge)) continue
      const keys = (passing.get(exchange) ?? []).map((arrival) => arrival.routingKey)
      yield {
        at: node,
        message: `${bindingLabel(edge)}, but no application publishes such a message`,
        fix: adviceOf(routingKey, keys),
      }
    }
  }
}

function* deafReceivers(system: System): Iterable<Violation> {
  const { publications } = amqpFlow(system)
  if (publications.length === 0) return
  const heard = new Set(
    publications.flatMap(({ exchange, routingKey }) => receivingsFromExchange(system, exchange, routingKey)),
  )
  for (const receiving of receivings(system)) {
    const source = unnamedQueueSource(receiving.channel)
    if (isUnfed(system, receiving)) yield unfedQueue(receiving)
    else if (source !== undefined && !heard.has(receiving)) yield unheardKey(system, receiving, source.name)
  }
}

/** Whether a queue has no binding and gets nothing through the default exchange, in a system that states bindings. */
function isUnfed(system: System, { channel: { amqp } }: Receiving): boolean {
  if (amqp?.is !== 'queue' || amqp.queue.exclusive) return false
  if (exchangeGraph(system).bindings.size === 0) return false
  const { name } = amqp.queue
  return edgesInto(system, name).length === 0 && !amqpFlow(system).arrivals.has(name)
}

function unfedQueue({ service, operation, channel }: Receiving): Violation {
  const { address = channel.name } = channel
  return {
    at: operation.node,
    message: `${quote(service.name)} receives from queue ${quote(address)}, which has no binding and which nobody publishes to`,
    fix: 'Bind the queue with "x-bindings", or let an application send to it.',
  }
}

function unheardKey(system: System, { service, operation, channel }: Receiving, exchange: string): Violation {
  const key = channel.address ?? ''
  const there = amqpFlow(system).publications.filter((publication) => publication.exchange === exchange)
  const keys = there.map(({ routingKey }) => routingKey)
  return {
    at: operation.node,
    message: `${quote(service.name)} receives ${quote(key)} from exchange ${quote(exchange)}, but no application publishes such a message`,
    fix: adviceOf(key, keys),
  }
}

function adviceOf(routingKey: string, published: readonly string[]): string {
  const keys = [...new Set(published)].toSorted()
  const choice = keys.length === 0 ? '' : `; published there: ${quoteList(keys)}`
  return `Let an application publish ${quote(routingKey)}, or subscribe to what is published${choice}.`
}

function* unsentTopics(system: System): Iterable<Violation> {
  const sent = sendingsByTopic(system)
  if (sent.size === 0) return
  const deadLetters = new Set(receivings(system).map(({ operation }) => operation.delivery.deadLetterTopic))
  const received = receivingsByTopic(system)
  // Applications that meet on no topic may merely share a folder; the other ends may be described elsewhere.
  const meet = [...received.keys()].some((topic) => sent.has(topic))
  for (const [topic, list] of received) {
    if (deadLetters.has(topic)) continue
    const messages = (sent.get(topic) ?? []).map(({ message }) => message)
    for (const receiving of list) {
      for (const violation of unsent(receiving, topic, messages))
        yield meet ? violation : { ...violation, severity: 'warning' }
    }
  }
}

function* unsent(
  { service, operation, messages }: Receiving,
  topic: string,
  sent: readonly Message[],
): Iterable<Violation> {
  const receives = `${quote(service.name)} receives from ${quote(topic)}`
  const missing = messages.filter((message) => !sent.some((candidate) => couldBe(candidate, message)))
  if (sent.length === 0)
    yield {
      at: operation.node,
      message: `${receives}, to which no application sends`,
      fix: 'Let an application send to it, or receive from a channel that is sent to.',
    }
  else if (missing.length > 0)
    yield {
      at: operation.node,
      message: `${receives}, where nobody sends ${quoteList(missing.map(({ name }) => name))}`,
      fix: `Let an application send it, or receive what is sent there: ${quoteList([...new Set(sent.map(({ name }) => name))].toSorted())}.`,
    }
}
