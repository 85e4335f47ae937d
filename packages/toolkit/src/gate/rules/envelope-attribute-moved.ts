import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { placeText, placesLost } from '../envelope-places.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const envelopeAttributeMoved: ContractRule = {
  id: 'envelope-attribute-moved',
  verdict: 'breaking',
  summary: 'An attribute of a message, or its data, stands at another place than before.',
  why: 'A consumer of before reads the attribute where it is not any more.',
  mirror: { rule: 'envelope-attribute-moved' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      for (const { name, lost, now } of placesLost(base.envelope, head.envelope)) {
        if (now.length === 0) continue
        yield {
          thing: messageThing(channel.head, head),
          at: head.node,
          tree: 'head',
          key: name,
          message: `The attribute ${quote(name)} of message ${quote(head.name)} is at ${now.map(placeText).join(' and ')} now and not at ${lost.map(placeText).join(' and ')}.`,
          hit: [messageConsumers(context, { base, head })],
          ways: [
            { text: `Keep it at ${lost.map(placeText).join(' and ')}.` },
            { text: 'Send it at both places until every consumer reads the new one.' },
          ],
        }
      }
    }
  },
}
