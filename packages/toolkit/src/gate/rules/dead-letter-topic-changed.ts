import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const deadLetterTopicChanged: ContractRule = {
  id: 'dead-letter-topic-changed',
  verdict: 'risky',
  summary:
    'An application sends the records that it cannot handle to another Kafka topic than before, or to none.',
  why: 'Whoever looks after the old topic misses the new dead letters; without a topic, the consumer stops at the first record that it cannot handle or loses it.',
  mirror: { none: 'A dead-letter topic where there was none loses nothing.' },
  *check(context) {
    for (const { base, head, thing, itself } of operationPairs(context, 'receive')) {
      const [before, now] = [base.delivery.deadLetterTopic, head.delivery.deadLetterTopic]
      if (head.channel.kafka === undefined || before === undefined || before === now) continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'x-delivery', 'deadLetterTopic'),
        tree: 'head',
        message: `Operation ${quote(head.name)} sends its dead letters ${now === undefined ? 'nowhere' : `to ${quote(now)}`} now and did to ${quote(before)}.`,
        hit: [itself],
        ways: [
          { text: `Keep the topic ${quote(before)}.` },
          { text: 'Read the old topic to its end, move what watches it, and delete it then.' },
        ],
      }
    }
  },
}
