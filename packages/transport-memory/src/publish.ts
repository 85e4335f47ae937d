import type { AmqpTarget, KafkaTarget, OutgoingMessage, QueueDeclaration } from '@concordat/runtime'

import type { Broker } from './broker.ts'
import { noTarget, notFound, unroutable } from './errors.ts'
import type { Queue } from './queue.ts'
import { queuesFor } from './route.ts'
import { type StoredMessage, storedMessage } from './stored-message.ts'

/** @throws TransportError `not-found`, `unroutable`, `unsupported` */
export function publishMessage(broker: Broker, message: OutgoingMessage): void {
  const { amqp, kafka } = message.target
  if (amqp === undefined && kafka === undefined) throw noTarget()
  if (amqp !== undefined) publishToExchange(broker, amqp, message)
  if (kafka !== undefined) publishToTopic(broker, kafka, message)
}

function publishToExchange(broker: Broker, target: AmqpTarget, message: OutgoingMessage): void {
  if (target.exchange !== '' && !broker.exchanges.has(target.exchange)) {
    throw notFound('exchange', target.exchange)
  }
  const stored = storedMessage(message, target.routingKey)
  const queues = queuesFor(broker, target.exchange, stored)
  if (queues.size === 0 && target.mandatory) throw unroutable(target)
  addToAll(queues, stored)
}

function publishToTopic(broker: Broker, target: KafkaTarget, message: OutgoingMessage): void {
  const topic = broker.topics.get(target.topic)
  if (topic === undefined) throw notFound('topic', target.topic)
  topic.append(storedMessage(message, ''))
}

/** A dead letter that no queue takes is dropped, as on RabbitMQ. */
export function deadLetterToExchange(
  broker: Broker,
  queue: QueueDeclaration,
  message: StoredMessage,
  reason: 'rejected' | 'expired',
): void {
  const exchange = queue.arguments?.['x-dead-letter-exchange']
  if (exchange === undefined) return
  const routingKey = String(queue.arguments?.['x-dead-letter-routing-key'] ?? message.routingKey)
  const first = { 'x-first-death-queue': queue.name, 'x-first-death-reason': reason }
  const letter = { ...message, routingKey, headers: { ...first, ...message.headers } }
  addToAll(queuesFor(broker, String(exchange), letter), letter)
}

function addToAll(queues: ReadonlySet<Queue>, message: StoredMessage): void {
  for (const queue of queues) queue.add(message)
}
