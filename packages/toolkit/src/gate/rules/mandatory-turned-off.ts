import { quote } from '../../lint/quote.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const mandatoryTurnedOff: ContractRule = {
  id: 'mandatory-turned-off',
  verdict: 'risky',
  summary: 'An application is not told any more when RabbitMQ has no queue for what it sends.',
  why: 'The broker confirms a message that reaches no queue and drops it.',
  mirror: {
    none: 'A publisher that is told of a message without a queue learns of what was lost before, too.',
  },
  *check(context) {
    for (const { base, head, thing, itself } of operationPairs(context, 'send')) {
      const [before, now] = [base, head].map((operation) => bindingMember(operation, 'amqp', 'mandatory'))
      // Where it is not stated, a generated publisher asks for it if the contract leads the message to a queue.
      if (now !== false || before === false) continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'mandatory'),
        tree: 'head',
        message: `Operation ${quote(head.name)} sends messages without mandatory now.`,
        hit: [itself],
        ways: [
          { text: 'Keep mandatory true.' },
          { text: 'Give the exchange an alternate-exchange with a queue for what nobody takes.' },
        ],
      }
    }
  },
}
