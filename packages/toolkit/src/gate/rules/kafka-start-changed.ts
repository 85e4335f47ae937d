import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const kafkaStartChanged: ContractRule = {
  id: 'kafka-start-changed',
  verdict: 'risky',
  summary: 'A consumer group without a committed offset starts at another end of a Kafka topic than before.',
  why: 'A new group, or one whose offsets have expired, skips what is in the topic, or handles all of it.',
  mirror: { rule: 'kafka-start-changed' },
  *check(context) {
    for (const { base, head, thing, itself } of operationPairs(context, 'receive')) {
      const [before, now] = [base.delivery.start, head.delivery.start]
      if (head.channel.kafka === undefined || before === now) continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'x-delivery', 'start'),
        tree: 'head',
        message: `Operation ${quote(head.name)} starts at the ${now} record now and did at the ${before}.`,
        hit: [itself],
        ways: [
          { text: `Keep start ${before}.` },
          {
            text: 'Make sure that every group has committed offsets that do not expire while it is stopped.',
          },
        ],
      }
    }
  },
}
