import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { channelThing } from '../things.ts'
import { settingChanges } from '../topic-settings.ts'

export const kafkaTimestampTypeChanged: ContractRule = {
  id: 'kafka-timestamp-type-changed',
  verdict: 'risky',
  summary: 'The timestamps of the records of a Kafka topic mean another moment than before.',
  why: 'A consumer that takes the timestamp for the time of the event gets the time at which the broker stored it, or the reverse; windows and retention follow it.',
  mirror: { rule: 'kafka-timestamp-type-changed' },
  *check(context) {
    const path = ['topicConfiguration', 'message.timestamp.type']
    for (const { channel, topic, base, before, now, at } of settingChanges(context, path, 'CreateTime')) {
      yield {
        thing: channelThing(channel.head),
        at,
        tree: 'head',
        message: `The message.timestamp.type of topic ${quote(topic)} ${now} and ${before}.`,
        hit: [channelConsumers(context, channel)],
        ways: [
          { text: `Keep ${base}.` },
          { text: 'Let consumers read the time of the event from the message instead.' },
        ],
      }
    }
  },
}
