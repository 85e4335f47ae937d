import type { System } from '../../model/catalog.ts'
import { consumerGroup } from '../flow/consumer-group.ts'
import type { Receiving } from '../flow/operations.ts'
import { receivingsByTopic } from '../flow/topics.ts'
import { quote, quoteList } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const duplicateConsumerGroup: Rule = {
  id: 'duplicate-consumer-group',
  severity: 'error',
  summary: 'Two applications receive from one Kafka topic under the same group id.',
  why: 'Kafka gives each partition to one of them, so each of the two misses what the other gets.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      for (const { topic, group, members } of groups(system)) {
        const names = [...new Set(members.map(({ service }) => service.name))].toSorted()
        if (names.length < 2) continue
        for (const { operation } of members)
          yield {
            at: operation.node,
            message: `The group ${quote(group)} on topic ${quote(topic)} is used by ${quoteList(names)}`,
            fix: 'Give each application a group id of its own.',
          }
      }
    }
  },
}

interface Group {
  readonly topic: string
  readonly group: string
  readonly members: readonly Receiving[]
}

function groups(system: System): readonly Group[] {
  return [...receivingsByTopic(system)].flatMap(([topic, list]) =>
    [...Map.groupBy(list, ({ operation }) => consumerGroup(operation))].flatMap(([group, members]) =>
      group === undefined ? [] : [{ topic, group, members }],
    ),
  )
}
