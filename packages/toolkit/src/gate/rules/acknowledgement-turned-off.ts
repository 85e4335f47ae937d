import { quote } from '../../lint/quote.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const acknowledgementTurnedOff: ContractRule = {
  id: 'acknowledgement-turned-off',
  verdict: 'risky',
  summary: 'An application does not acknowledge any more what it receives from RabbitMQ.',
  why: 'The broker forgets a message as soon as it is sent to the consumer: what the consumer has not handled when it fails is lost.',
  mirror: { none: 'A consumer that acknowledges loses nothing that it got before.' },
  *check(context) {
    for (const { base, head, thing, itself } of operationPairs(context, 'receive')) {
      if (bindingMember(head, 'amqp', 'ack') !== false || bindingMember(base, 'amqp', 'ack') === false)
        continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'ack'),
        tree: 'head',
        message: `Operation ${quote(head.name)} does not acknowledge messages any more.`,
        hit: [itself],
        ways: [{ text: 'Keep ack true.' }, { text: 'Accept it where a lost message does no harm.' }],
      }
    }
  },
}
