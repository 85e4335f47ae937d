import type { System } from '../../model/catalog.ts'
import { amqpFlow } from '../flow/amqp-flow.ts'
import { receivingsFromExchange, receivingsFromQueue } from '../flow/consumers.ts'
import { hasBothSides, type Receiving, type Sending, sendings } from '../flow/operations.ts'
import { receivingsByTopic, topicOf } from '../flow/topics.ts'
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
  for (const sending of sendings(system)) {
    const { service, operation, message } = sending
    const { consumers, way } = consumersOf(system, sending)
    const isHeard = consumers.some(({ messages }) => messages.some(({ name }) => name === message.name))
    if (isHeard) continue
    yield {
      at: operation.node,
      message: `${quote(service.name)} sends ${quote(message.name)}, which ${way}`,
      fix: 'Let an application receive it, or do not send it before somebody needs it.',
    }
  }
}

/** Who may receive a message, and in words how far it gets where that is nobody. */
function consumersOf(system: System, sending: Sending): { consumers: readonly Receiving[]; way: string } {
  const topic = topicOf(sending.channel)
  const onTopic = topic === undefined ? [] : (receivingsByTopic(system).get(topic) ?? [])
  const publication = amqpFlow(system).publications.find(
    ({ operation, message }) => operation === sending.operation && message === sending.message,
  )
  if (publication === undefined)
    return { consumers: onTopic, way: `no application receives from ${quote(topic ?? '')}` }
  const { exchange, routingKey, queues } = publication
  const consumers = [
    ...onTopic,
    ...queues.flatMap((queue) => receivingsFromQueue(system, queue)),
    ...receivingsFromExchange(system, exchange, routingKey),
  ]
  const from = `from exchange ${quote(exchange)} with key ${quote(routingKey)}`
  if (queues.length === 0) return { consumers, way: `reaches no queue ${from}` }
  return { consumers, way: `no application receives: ${from} it only reaches ${quoteList(queues)}` }
}
