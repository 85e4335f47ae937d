import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaMinInsyncReplicasLowered: ContractRule = {
  id: 'kafka-min-insync-replicas-lowered',
  verdict: 'risky',
  summary: 'A Kafka topic needs fewer replicas in step before it confirms a record.',
  why: 'A record can be confirmed while fewer brokers have it, and be lost with them.',
  mirror: { rule: 'kafka-min-insync-replicas-raised' },
  *check(context) {
    const path = ['topicConfiguration', 'min.insync.replicas']
    for (const { channel, topic, base, head, before, now, at } of settingChanges(context, path, '1')) {
      if (Number(head) >= Number(base)) continue
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `The min.insync.replicas of topic ${quote(topic)} ${now} and ${before}.`,
        hit: [channelConsumers(context, channel)],
        ways: [{ text: `Keep ${base}.` }, { text: 'Accept it where the records can be sent again.' }],
      }
    }
  },
}
