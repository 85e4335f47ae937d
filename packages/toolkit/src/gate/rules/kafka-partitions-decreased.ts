import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelDeployment } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaPartitionsDecreased: ContractRule = {
  id: 'kafka-partitions-decreased',
  verdict: 'breaking',
  summary: 'A Kafka topic has fewer partitions than before.',
  why: 'Kafka cannot take partitions away from a topic that exists (INVALID_PARTITIONS), so the deployment fails or the topic stays as it is.',
  mirror: { rule: 'kafka-partitions-increased' },
  *check(context) {
    for (const { channel, topic, base, head, at } of settingChanges(context, ['partitions'])) {
      if (Number(head) >= Number(base)) continue
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `Topic ${quote(topic)} has ${head} partitions now and had ${base}.`,
        hit: [channelDeployment(context, channel)],
        ways: [
          { text: `Keep ${base} partitions.` },
          {
            text: `Declare a new topic with ${head} partitions beside it, let the publishers write to it, let the consumers read the old topic to its end and then the new one, and delete the old one.`,
          },
        ],
      }
    }
  },
}
