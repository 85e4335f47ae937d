import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelPublishers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaMinInsyncReplicasRaised: ContractRule = {
  id: 'kafka-min-insync-replicas-raised',
  verdict: 'risky',
  summary: 'A Kafka topic needs more replicas in step before it confirms a record.',
  why: 'While a broker is down, a publisher that waits for all replicas is refused (NOT_ENOUGH_REPLICAS) where it went through before.',
  mirror: { rule: 'kafka-min-insync-replicas-lowered' },
  *check(context) {
    const path = ['topicConfiguration', 'min.insync.replicas']
    for (const { channel, topic, base, head, before, now, at } of settingChanges(context, path, '1')) {
      if (Number(head) <= Number(base)) continue
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `The min.insync.replicas of topic ${quote(topic)} ${now} and ${before}.`,
        hit: [channelPublishers(context, channel)],
        ways: [
          { text: `Keep ${base}.` },
          {
            text: 'Make sure that the topic has at least one replica more than it needs, so that one broker may be down.',
          },
        ],
      }
    }
  },
}
