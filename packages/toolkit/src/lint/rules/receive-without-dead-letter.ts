import type { System } from '../../model/catalog.ts'
import { amqpFlow } from '../flow/amqp-flow.ts'
import { type Receiving, receivings } from '../flow/operations.ts'
import { deadLetterTarget, queueChannels } from '../flow/queues.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const receiveWithoutDeadLetter: Rule = {
  id: 'receive-without-dead-letter',
  severity: 'warning',
  summary:
    'An application receives from a queue without a dead-letter exchange, or from a topic without a dead-letter topic. ' +
    'Looked for only in systems whose contracts state queue arguments or `x-delivery` at all.',
  why: 'A message that fails every attempt is dropped (RabbitMQ) or stops its partition (Kafka).',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      if (!statesDelivery(system)) continue
      for (const receiving of receivings(system)) {
        const fix = missingIn(system, receiving)
        if (fix === undefined) continue
        const { service, operation, channel } = receiving
        yield {
          at: operation.node,
          message: `${quote(service.name)} receives from ${quote(channel.address ?? channel.name)}, which has no place for dead letters`,
          fix,
        }
      }
    }
  },
}

function statesDelivery(system: System): boolean {
  return (
    receivings(system).some(({ operation }) => operation.delivery.stated) ||
    queueChannels(system).some(({ queue }) => Object.keys(queue.arguments).length > 0)
  )
}

/** What to add; undefined where dead letters have a place or come from one already, and for replies. */
function missingIn(system: System, { channel, operation }: Receiving): string | undefined {
  if (operation.action === 'send') return undefined
  if (channel.amqp?.is === 'queue') {
    const { queue } = channel.amqp
    const isPrivate = queue.exclusive || queue.autoDelete
    if (isPrivate || deadLetterTarget(queue) !== undefined || isDeadLetterQueue(system, queue.name))
      return undefined
    return 'Give the queue an "x-dead-letter-exchange" in its "x-arguments".'
  }
  if (channel.kafka === undefined || operation.delivery.deadLetterTopic !== undefined) return undefined
  const { topic } = channel.kafka
  if (receivings(system).some(({ operation }) => operation.delivery.deadLetterTopic === topic))
    return undefined
  return 'Give the operation an "x-delivery" with "deadLetterTopic".'
}

/** Whether only dead letters come to a queue. */
function isDeadLetterQueue(system: System, queue: string): boolean {
  const arrivals = amqpFlow(system).arrivals.get(queue) ?? []
  return arrivals.length > 0 && arrivals.every(({ isDeadLetter }) => isDeadLetter)
}
