import { quote } from '../../lint/quote.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const deliveryModeTransient: ContractRule = {
  id: 'delivery-mode-transient',
  verdict: 'risky',
  summary: 'An application sends messages that RabbitMQ need not store on disk, and did not before.',
  why: 'What waits in a classic queue is lost when the broker restarts.',
  mirror: { none: 'A message that is stored on disk survives more than one that is not.' },
  *check(context) {
    for (const { base, head, thing } of operationPairs(context, 'send')) {
      if (
        bindingMember(head, 'amqp', 'deliveryMode') !== 1 ||
        bindingMember(base, 'amqp', 'deliveryMode') === 1
      )
        continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'deliveryMode'),
        tree: 'head',
        message: `Operation ${quote(head.name)} sends messages with deliveryMode 1 (transient) now.`,
        hit: [channelConsumers(context, { base: base.channel, head: head.channel })],
        ways: [
          { text: 'Keep deliveryMode 2 (persistent).' },
          { text: 'Let the consumers take from quorum queues, which store every message.' },
        ],
      }
    }
  },
}
