import type { JsonObject, Operation, System } from '@concordat/toolkit/model'
import { deadLetterQueues, reachedQueues, receiveQueue } from '@concordat/toolkit/routing'
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
    groupId: groupId(operation),
    start: delivery.start,
    deadLetterTopic: delivery.deadLetterTopic,
  }
}

/** The Kafka operation binding describes the group by a schema; one allowed value is the group. */
function groupId(operation: Operation): string {
  const schema = operationBinding(operation, 'kafka')['groupId']
  const {
    const: constant,
    enum: values,
    default: standard,
  } = typeof schema === 'object' && schema !== null ? (schema as JsonObject) : {}
  const stated = [constant, Array.isArray(values) ? values[0] : undefined, standard].find(
    (value) => typeof value === 'string',
  )
  return typeof stated === 'string' ? stated : operation.service
}

function operationBinding(operation: Operation, protocol: string): JsonObject {
  const binding = Object.hasOwn(operation.bindings, protocol) ? operation.bindings[protocol] : undefined
  return typeof binding === 'object' && binding !== null && !Array.isArray(binding)
    ? (binding as JsonObject)
    : {}
}
