import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { orphansOf } from '../orphans.ts'
import { kept } from '../sides.ts'
import { successorOf } from '../successors.ts'
import { operationThing } from '../things.ts'

export const operationChannelChanged: ContractRule = {
  id: 'operation-channel-changed',
  verdict: 'breaking',
  summary:
    'An application sends to or receives from another channel than before, and nobody takes its place on the old one.',
  why: 'The other side stays where it was: consumers of the old channel get nothing any more, and what is sent there is not taken.',
  mirror: { rule: 'operation-channel-changed' },
  *check(context) {
    for (const { service, base, head } of kept(context.pairs.operations)) {
      if (base.action !== head.action || service.head === undefined) continue
      const successor = successorOf(context.pairs, base.channel)
      if (successor === undefined || successor === head.channel) continue
      const orphans = orphansOf(context, base)
      if (orphans === undefined) continue
      yield {
        thing: operationThing(service.head, head),
        at: nearestTo(context.head, head.node, 'channel'),
        tree: 'head',
        message: `Operation ${quote(head.name)} is on channel ${quote(head.channel.name)} now and was on ${quote(base.channel.name)}.`,
        hit: [hit(base.action === 'send' ? 'consumer' : 'publisher', orphans.left)],
        ways: [
          {
            text: 'Do both for a time: a second operation on the new channel, until the other side has moved.',
          },
          { text: 'Move both sides in one change, and stop the publisher first.' },
        ],
      }
    }
  },
}
