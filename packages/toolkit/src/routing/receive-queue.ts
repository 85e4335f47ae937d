import type { AmqpQueue, Operation } from '../model/catalog.ts'
import type { TopologyBinding } from './topology-binding.ts'

/** The queue that a receive operation consumes, and the binding that comes with it where no channel states one. */
export interface ReceiveQueue {
  readonly queue: AmqpQueue
  readonly binding: TopologyBinding | undefined
}

/**
 * The queue of the operation's channel. A channel that is only a routing key leaves the queue to the application: it gets
 * one of its own, named for it and the key, in which parameters become wildcards.
 */
export function receiveQueue({ channel, service }: Operation): ReceiveQueue | undefined {
  const { amqp } = channel
  if (amqp === undefined) return undefined
  if (amqp.is === 'queue') return { queue: amqp.queue, binding: undefined }
  const routingKey = (channel.address ?? channel.name).replaceAll(/\{[^{}]*\}/g, '*')
  const { name: exchange, vhost } = amqp.exchange
  const name = exchange === '' ? routingKey : `${service}.${routingKey}`
  const queue = { name, durable: true, exclusive: false, autoDelete: false, vhost, arguments: {} }
  const binding = { exchange, destination: { kind: 'queue', name }, routingKey, arguments: {} } as const
  return { queue, binding: exchange === '' ? undefined : binding }
}
