import type { Consumer } from 'kafkajs'

import type { Cluster } from './cluster.ts'
import { disconnectQuietly } from './disconnect-quietly.ts'

/** Offset of a partition for which a group has committed none. */
const NONE = '-1'

/**
 * Puts a group that starts at `latest` behind what there is now, and commits that. Left to itself kafkajs finds the end
 * with its first fetch and tells nobody: what is published before that, or before a rebalance that comes ahead of the
 * first commit, would be skipped. The consumer has joined and its topic is paused; it is resumed.
 *
 * @throws kafkajs' errors
 */
export async function startAtEnd(
  cluster: Cluster,
  consumer: Consumer,
  topic: string,
  groupId: string,
): Promise<void> {
  const ends = await endsWithoutCommit(cluster, topic, groupId)
  if (ends.length > 0) {
    await consumer.commitOffsets(ends)
    // Positions are kept for partitions of others too, and would come into force when they change hands.
    const own = new Set(consumer.paused().flatMap(({ partitions }) => partitions))
    for (const end of ends) if (own.has(end.partition)) consumer.seek(end)
  }
  consumer.resume([{ topic }])
}

interface TopicOffset {
  readonly topic: string
  readonly partition: number
  readonly offset: string
}

async function endsWithoutCommit(cluster: Cluster, topic: string, groupId: string): Promise<TopicOffset[]> {
  // One of its own: kafkajs' admin client keeps asking for the topics that it has once looked at.
  const admin = cluster.client().admin()
  try {
    await admin.connect()
    const committed = await admin.fetchOffsets({ groupId, topics: [topic] })
    const open = committed.flatMap(({ partitions }) =>
      partitions.filter(({ offset }) => offset === NONE).map(({ partition }) => partition),
    )
    if (open.length === 0) return []
    const ends = await admin.fetchTopicOffsets(topic)
    return ends
      .filter(({ partition }) => open.includes(partition))
      .map(({ partition, high }) => ({ topic, partition, offset: high }))
  } finally {
    await disconnectQuietly(admin)
  }
}
