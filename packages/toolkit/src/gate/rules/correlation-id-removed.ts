import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const correlationIdRemoved: ContractRule = {
  id: 'correlation-id-removed',
  verdict: 'breaking',
  summary: 'A message has no correlation id any more.',
  why: 'A consumer that relies on it cannot tell which conversation the message belongs to.',
  mirror: { none: 'Who does not know of a correlation id passes over it.' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      if (base.correlationId === undefined || head.correlationId !== undefined) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `Message ${quote(head.name)} has no correlation id any more; it was at ${quote(base.correlationId)}.`,
        hit: [messageConsumers(context, { base, head })],
        ways: [
          { text: `Keep the correlation id at ${quote(base.correlationId)}.` },
          { text: 'Let every consumer do without it first.' },
        ],
      }
    }
  },
}
