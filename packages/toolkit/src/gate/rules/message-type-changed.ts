import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const messageTypeChanged: ContractRule = {
  id: 'message-type-changed',
  verdict: 'breaking',
  summary: 'A message says by another type what it is: the constant of its envelope, else its name.',
  why: 'A consumer finds its handler by the type; under another one the message is unknown to it.',
  mirror: { rule: 'message-type-changed' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      if (base.type === head.type) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `Message ${quote(head.name)} has the type ${quote(head.type)} now and had ${quote(base.type)}.`,
        hit: [messageConsumers(context, { base, head })],
        ways: [
          { text: `Keep the type ${quote(base.type)}; the message's key and title may still change.` },
          {
            text: `Add ${quote(head.type)} as a message beside it, send both until every consumer handles the new one, and remove the old one.`,
          },
        ],
      }
    }
  },
}
