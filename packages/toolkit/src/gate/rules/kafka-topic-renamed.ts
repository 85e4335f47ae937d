import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const kafkaTopicRenamed: ContractRule = {
  id: 'kafka-topic-renamed',
  verdict: 'breaking',
  summary: 'A channel stands for another Kafka topic than before.',
  why: 'A topic cannot be renamed: publishers and consumers that are not released together write and read different topics, and what waits in the old one is not read any more.',
  mirror: { rule: 'kafka-topic-renamed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const before = channel.base.kafka?.topic
      const now = channel.head.kafka?.topic
      if (before === undefined || now === undefined || before === now) continue
      yield {
        thing: channelThing(channel.head),
        at: nearestTo(context.head, channel.head.node, 'bindings', 'kafka', 'topic'),
        tree: 'head',
        message: `Channel ${quote(channel.head.name)} is the topic ${quote(now)} now and was ${quote(before)}.`,
        hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
        ways: [
          { text: `Keep the topic ${quote(before)}; the channel's key may still change.` },
          {
            text: `Add ${quote(now)} as a channel beside it, let the consumers read both, move the publishers, and remove ${quote(before)} once it is read to its end.`,
          },
        ],
      }
    }
  },
}
