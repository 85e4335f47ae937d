import type { AmqpQueue, Channel, Message, System } from '../../model/catalog.ts'
import { receivingsFromQueue } from './consumers.ts'

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

/** Messages that a queue's channel or a receiver of it names. */
export function declaredMessages(system: System, queue: string): readonly Message[] {
  return [
    ...queueChannels(system)
      .filter((candidate) => candidate.queue.name === queue)
      .flatMap(({ channel }) => channel.messages),
    ...receivingsFromQueue(system, queue).flatMap(({ messages }) => messages),
  ]
}
