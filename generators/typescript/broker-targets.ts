import type { Operation, System } from '@concordat/toolkit/model'
import { consumerGroup, deadLetterQueues, reachedQueues, receiveQueue } from '@concordat/toolkit/routing'
import { operationBinding } from './operation-binding.ts'
import type { Literal } from './print-literal.ts'

/** Where the operations send a message, by protocol: `SentMessage.targets`. */
export function printableTargets(system: System, operations: readonly Operation[]): Literal {
  const targets = operations.flatMap((operation) =>
    operation.channel.protocols.map((protocol) => [protocol, target(system, operation, protocol)] as const),
  )
  return Object.fromEntries(targets.filter(([, value]) => value !== undefined))
}

function target(system: System, operation: Operation, protocol: 'amqp' | 'kafka'): Literal {
  const { channel } = operation
  if (protocol === 'kafka') return { topic: channel.kafka?.topic ?? channel.address ?? channel.name }
  const { amqp } = channel
  if (amqp === undefined) return undefined
  const address = channel.address ?? channel.name
  const [exchange, routingKey] = amqp.is === 'queue' ? ['', amqp.queue.name] : [amqp.exchange.name, address]
  const binding = operationBinding(operation, 'amqp')
  const stated = binding['mandatory']
  const mandatory =
    typeof stated === 'boolean' ? stated : reachedQueues(system, exchange, routingKey).length > 0
  return { exchange, routingKey, mandatory, persistent: binding['deliveryMode'] !== 1 }
}

/** Where a receive operation takes messages from, by protocol: `ReceiveOperation.sources`. */
export function printableSources(system: System, operation: Operation): Literal {
  const { channel } = operation
  return {
    amqp: channel.protocols.includes('amqp') ? amqpSource(system, operation) : undefined,
    kafka: channel.protocols.includes('kafka') ? kafkaSource(operation) : undefined,
  }
}

function amqpSource(system: System, operation: Operation): Literal {
  const queue = receiveQueue(operation)?.queue
  return queue === undefined
    ? undefined
    : { queue: queue.name, deadLetters: deadLetterQueues(system, queue).length > 0 }
}

function kafkaSource(operation: Operation): Literal {
  const { channel, delivery } = operation
  return {
    topic: channel.kafka?.topic ?? channel.address ?? channel.name,
    groupId: consumerGroup(operation),
    start: delivery.start,
    deadLetterTopic: delivery.deadLetterTopic,
  }
}
