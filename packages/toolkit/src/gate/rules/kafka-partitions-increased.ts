import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaPartitionsIncreased: ContractRule = {
  id: 'kafka-partitions-increased',
  verdict: 'risky',
  summary: 'A Kafka topic has more partitions than before.',
  why: 'A key is mapped to another partition from then on: its new records can be handled before the old ones that still wait, and on a compacted topic its last old value stays for good.',
  mirror: { rule: 'kafka-partitions-decreased' },
  *check(context) {
    for (const { channel, topic, base, head, at } of settingChanges(context, ['partitions'])) {
      if (Number(head) <= Number(base)) continue
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `Topic ${quote(topic)} has ${head} partitions now and had ${base}.`,
        hit: [channelConsumers(context, channel)],
        ways: [
          {
            text: 'Stop the publishers, let the consumers read the topic to its end, add the partitions and start the publishers again.',
          },
          { text: 'Accept it where no consumer relies on the order of a key.' },
        ],
      }
    }
  },
}
