import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelPublishers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaMaxMessageBytesLowered: ContractRule = {
  id: 'kafka-max-message-bytes-lowered',
  verdict: 'breaking',
  summary: 'A Kafka topic takes only smaller batches of records than before.',
  why: 'The broker refuses what a publisher was allowed to send (MESSAGE_TOO_LARGE), and trying again does not help.',
  mirror: { none: 'A consumer gets a batch that is larger than what it asks for all the same.' },
  *check(context) {
    const path = ['topicConfiguration', 'max.message.bytes']
    for (const { channel, topic, base, head, before, now, at } of settingChanges(context, path, '1048588')) {
      if (Number(head) >= Number(base)) continue
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `The max.message.bytes of topic ${quote(topic)} ${now} and ${before}.`,
        hit: [channelPublishers(context, channel)],
        ways: [
          { text: `Keep ${base}.` },
          {
            text: 'Limit what the publishers send first: bound the lengths in the schema, or send a reference to the large part.',
          },
        ],
      }
    }
  },
}
