import type { System } from '../../model/catalog.ts'
import { amqpFlow, type Publication } from '../flow/amqp-flow.ts'
import { couldBe } from '../flow/could-be.ts'
import { receivingsFromExchange, receivingsFromQueue } from '../flow/consumers.ts'
import { hasBothSides, type Receiving, type Sending, sendings } from '../flow/operations.ts'
import { perSystem } from '../flow/per-system.ts'
import { queueChannels } from '../flow/queues.ts'
import { receivingsByTopic, topicOf } from '../flow/topics.ts'
import { edgesInto } from '../flow/reach.ts'
import { quote, quoteList } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const eventWithoutConsumer: Rule = {
  id: 'event-without-consumer',
  severity: 'warning',
  summary:
    'An application sends a message that no application of the system receives. ' +
    'Looked for only where the contracts describe senders and receivers.',
  why: 'The broker drops the message, or keeps it where nobody reads.',
  *check({ catalog }) {
    for (const system of catalog.systems) if (hasBothSides(system)) yield* unheard(system)
  },
}

function* unheard(system: System): Iterable<Violation> {
  for (const publication of amqpFlow(system).publications)
    yield* unlessHeard(publication, consumersOf(system, publication), () => wayOf(publication))
  for (const sending of sendings(system))
    if (sending.channel.amqp === undefined)
      yield* unlessHeard(sending, onTopic(system, sending), () => 'no application receives')
}

function* unlessHeard(
  { service, operation, message }: Sending,
  consumers: readonly Receiving[],
  way: () => string,
): Iterable<Violation> {
  if (consumers.some(({ messages }) => messages.some((candidate) => couldBe(candidate, message)))) return
  yield {
    at: operation.node,
    message: `${quote(service.name)} sends ${quote(message.name)}, which ${way()}`,
    fix: 'Let an application receive it, or do not send it before somebody needs it.',
  }
}

function onTopic(system: System, { channel }: Sending): readonly Receiving[] {
  const topic = topicOf(channel)
  return topic === undefined ? [] : (receivingsByTopic(system).get(topic) ?? [])
}

function consumersOf(system: System, publication: Publication): readonly Receiving[] {
  const { exchange, routingKey, queues } = publication
  return [
    ...onTopic(system, publication),
    ...receivingsFromExchange(system, exchange, routingKey),
    ...queues.flatMap((queue) => receivingsFromQueue(system, queue)),
    ...fromUnboundQueues(system),
  ]
}

/** A queue without any stated binding may be bound to whatever its channel lists. */
const fromUnboundQueues = perSystem((system) =>
  queueChannels(system)
    .filter(({ queue }) => edgesInto(system, queue.name).length === 0)
    .flatMap(({ queue }) => receivingsFromQueue(system, queue.name)),
)

/** In words, how far a message gets that nobody receives. */
function wayOf({ exchange, routingKey, queues }: Publication): string {
  const from = `exchange ${quote(exchange)} with key ${quote(routingKey)}`
  return queues.length === 0
    ? `reaches no queue from ${from}`
    : `no application receives: from ${from} it only reaches ${quoteList(queues)}`
}
