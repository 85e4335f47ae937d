import { quote } from '../../lint/quote.ts'
import type { Operation } from '../../model/catalog.ts'
import { consumerGroup } from '../../routing/consumer-group.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const kafkaGroupChanged: ContractRule = {
  id: 'kafka-group-changed',
  verdict: 'risky',
  summary: 'An application reads a Kafka topic in another consumer group than before.',
  why: 'The new group has no committed offset: it starts where its policy says, so records are handled again or skipped, and the offsets of the old group are left behind.',
  mirror: { rule: 'kafka-group-changed' },
  *check(context) {
    for (const { base, head, thing, itself } of operationPairs(context, 'receive')) {
      if (!isOnKafka(base) || !isOnKafka(head)) continue
      const [before, now] = [consumerGroup(base), consumerGroup(head)]
      if (before === now) continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'bindings', 'kafka', 'groupId'),
        tree: 'head',
        message: `Operation ${quote(head.name)} reads in the group ${quote(now)} now and did in ${quote(before)}.`,
        hit: [itself],
        ways: [
          { text: `Keep the group ${quote(before)}: state it in bindings.kafka.groupId.` },
          {
            text: 'Stop the old group and give the new one its offsets before it starts.',
            command:
              'kafka-consumer-groups.sh --bootstrap-server BROKER --group GROUP --topic TOPIC --reset-offsets --from-file FILE --execute',
          },
        ],
      }
    }
  },
}

/** By its channel or, where that has no binding, by its own. */
function isOnKafka({ channel, bindings }: Operation): boolean {
  return channel.kafka !== undefined || Object.hasOwn(bindings, 'kafka')
}
