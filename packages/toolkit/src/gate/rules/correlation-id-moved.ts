import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const correlationIdMoved: ContractRule = {
  id: 'correlation-id-moved',
  verdict: 'breaking',
  summary: 'The correlation id of a message stands at another place than before.',
  why: 'A consumer that looks for it at the old place finds nothing, so answers find no question and traces break off.',
  mirror: { rule: 'correlation-id-moved' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      const [before, now] = [base.correlationId, head.correlationId]
      if (before === undefined || now === undefined || before === now) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `The correlation id of message ${quote(head.name)} is at ${quote(now)} now and was at ${quote(before)}.`,
        hit: [messageConsumers(context, { base, head })],
        ways: [
          { text: `Keep it at ${quote(before)}.` },
          { text: 'Send it at both places until every consumer reads the new one.' },
        ],
      }
    }
  },
}
