import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { placeText, placesLost } from '../envelope-places.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const envelopeAttributeRemoved: ContractRule = {
  id: 'envelope-attribute-removed',
  verdict: 'breaking',
  summary: 'A message does not have an attribute any more that it had.',
  why: 'A consumer that relies on the attribute, to find its handler or to drop what it has seen, does not get it.',
  mirror: {
    none: 'Who does not know of an attribute passes over it; whether it must be there is for the schema to say.',
  },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      for (const { name, lost, now } of placesLost(base.envelope, head.envelope)) {
        if (now.length > 0) continue
        yield {
          thing: messageThing(channel.head, head),
          at: head.node,
          tree: 'head',
          key: name,
          message: `Message ${quote(head.name)} has no attribute ${quote(name)} any more; it was at ${lost.map(placeText).join(' and ')}.`,
          hit: [messageConsumers(context, { base, head })],
          ...(base.envelope.required.includes(name) ? {} : OPTIONAL),
          ways: [
            { text: `Keep ${quote(name)} at ${lost.map(placeText).join(' and ')}.` },
            { text: 'Let every consumer do without it first.' },
          ],
        }
      }
    }
  },
}

const OPTIONAL = {
  verdict: 'risky',
  why: 'A message could be without the attribute before, but a consumer that made use of it where it was does not get it any more.',
} as const
