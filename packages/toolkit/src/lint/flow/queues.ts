import type { AmqpQueue, Channel, System } from '../../model/catalog.ts'
import { perSystem } from './per-system.ts'

export interface QueueChannel {
  readonly channel: Channel
  readonly queue: AmqpQueue
}

/** The system's channels that are queues. */
export function queueChannels(system: System): readonly QueueChannel[] {
  return system.channels.flatMap((channel) =>
    channel.amqp?.is === 'queue' ? [{ channel, queue: channel.amqp.queue }] : [],
  )
}

/** The system's queues by name, each as the first channel that declares it. */
export const queuesByName: (system: System) => ReadonlyMap<string, AmqpQueue> = perSystem(
  (system) =>
    new Map(
      queueChannels(system)
        .toReversed()
        .map(({ queue }) => [queue.name, queue]),
    ),
)

/** Where a queue's dead letters are published. */
export interface DeadLetterTarget {
  readonly exchange: string
  /** Undefined: each message keeps the routing key it was published with. */
  readonly routingKey: string | undefined
}

/** From the queue's arguments; undefined where it has no dead-letter exchange. */
export function deadLetterTarget(queue: AmqpQueue | undefined): DeadLetterTarget | undefined {
  const exchange = queue?.arguments['x-dead-letter-exchange']
  const routingKey = queue?.arguments['x-dead-letter-routing-key']
  if (typeof exchange !== 'string') return undefined
  return { exchange, routingKey: typeof routingKey === 'string' ? routingKey : undefined }
}
