import type { Channel, System } from '../../model/catalog.ts'
import { receivings, type Receiving, type Sending, sendings } from './operations.ts'
import { perSystem } from './per-system.ts'

/**
 * The name under which the applications of a system meet on a channel that is no AMQP exchange or queue: a Kafka topic,
 * else the channel's address. Undefined for channels that only AMQP knows.
 */
export function topicOf(channel: Channel): string | undefined {
  if (channel.kafka !== undefined) return channel.kafka.topic
  return channel.amqp === undefined ? (channel.address ?? channel.id) : undefined
}

/** Who sends to each topic. */
export const sendingsByTopic: (system: System) => ReadonlyMap<string, readonly Sending[]> = perSystem(
  (system) => byTopic(sendings(system)),
)

/** Who receives from each topic. */
export const receivingsByTopic: (system: System) => ReadonlyMap<string, readonly Receiving[]> = perSystem(
  (system) => byTopic(receivings(system)),
)

function byTopic<T extends { readonly channel: Channel }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const topics = list.flatMap((item) => {
    const topic = topicOf(item.channel)
    return topic === undefined ? [] : [{ topic, item }]
  })
  return new Map(
    [...Map.groupBy(topics, ({ topic }) => topic)].map(([topic, group]) => [
      topic,
      group.map(({ item }) => item),
    ]),
  )
}
