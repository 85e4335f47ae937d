import { AssignerProtocol, type GroupMemberAssignment, type PartitionAssigner } from 'kafkajs'

import { isNamed } from './errors.ts'
import type { Topics } from './topics.ts'

const { MemberAssignment, MemberMetadata } = AssignerProtocol
const VERSION = 0

interface Member {
  readonly memberId: string
  readonly topics: readonly string[]
  readonly assignment: Record<string, number[]>
  /** Partitions so far. */
  load: number
}

/**
 * Gives each topic's partitions to those members of the group that subscribe to it, evenly. kafkajs' own hands all
 * members the topics of the one that leads the group, so that two subscriptions of one group to different topics starve
 * each other. Named and encoded like the round-robin assignor of Kafka's own clients, with which it can share a group.
 *
 * @param onJoin is awaited before each time the member joins its group, again in each rebalance
 */
export function roundRobinAssigner(topics: Topics, onJoin: () => Promise<void>): PartitionAssigner {
  return ({ cluster }) => {
    // A member looks up its coordinator when it joins and at no other time, and kafkajs has no other place to wait.
    const findGroupCoordinator = cluster.findGroupCoordinator.bind(cluster)
    cluster.findGroupCoordinator = async (group): ReturnType<typeof findGroupCoordinator> => {
      await onJoin()
      return findGroupCoordinator(group)
    }
    return {
      name: 'roundrobin',
      version: VERSION,
      protocol: (subscription) => ({
        name: 'roundrobin',
        metadata: MemberMetadata.encode({ version: VERSION, userData: Buffer.alloc(0), ...subscription }),
      }),
      assign: async ({ members }): Promise<GroupMemberAssignment[]> => {
        const subscribers = members.map(({ memberId, memberMetadata }) => ({
          memberId,
          topics: MemberMetadata.decode(memberMetadata)?.topics ?? [],
        }))
        const wanted = [...new Set(subscribers.flatMap((subscriber) => subscriber.topics))]
        const partitions = await Promise.all(wanted.map((topic) => partitionsOf(topics, topic)))
        const partitionsByTopic = new Map(wanted.map((topic, index) => [topic, partitions[index] ?? []]))
        return assignPartitions(subscribers, partitionsByTopic).map(({ memberId, assignment }) => ({
          memberId,
          memberAssignment: MemberAssignment.encode({
            version: VERSION,
            userData: Buffer.alloc(0),
            assignment,
          }),
        }))
      },
    }
  }
}

/** Each partition to the member with the fewest so far of those that subscribe to its topic. */
export function assignPartitions(
  subscribers: readonly { readonly memberId: string; readonly topics: readonly string[] }[],
  partitionsByTopic: ReadonlyMap<string, readonly number[]>,
): readonly Pick<Member, 'memberId' | 'assignment'>[] {
  const members: Member[] = subscribers
    .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
    .map(({ memberId, topics }) => ({ memberId, topics, assignment: Object.create(null), load: 0 }))
  for (const topic of [...partitionsByTopic.keys()].toSorted()) {
    const candidates = members.filter((member) => member.topics.includes(topic))
    for (const partition of partitionsByTopic.get(topic) ?? []) {
      const member = leastLoaded(candidates)
      if (member === undefined) break
      member.assignment[topic] = [...(member.assignment[topic] ?? []), partition]
      member.load += 1
    }
  }
  return members
}

function leastLoaded(members: readonly Member[]): Member | undefined {
  return members.toSorted((a, b) => a.load - b.load)[0]
}

/** A topic that is gone has none, which must not keep the others of the group from their partitions. */
async function partitionsOf(topics: Topics, topic: string): Promise<number[]> {
  const partitions = await topics.currentPartitions(topic).catch((error: unknown) => {
    if (isNamed(error, 'UNKNOWN_TOPIC_OR_PARTITION')) return []
    throw error
  })
  return partitions.map(({ partitionId }) => partitionId).toSorted((a, b) => a - b)
}
