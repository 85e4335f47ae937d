import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { orphansOf } from '../orphans.ts'
import { kept } from '../sides.ts'
import { messageIn, successorOf } from '../successors.ts'
import { operationThing } from '../things.ts'

export const operationMessageRemoved: ContractRule = {
  id: 'operation-message-removed',
  verdict: 'breaking',
  summary:
    'An application sends or receives fewer messages of a channel than before, and nobody else does it for these.',
  why: 'Consumers wait for a message that nobody sends; what a publisher sends arrives where nobody has a handler for it.',
  mirror: { none: 'An operation with one message more does what the channel had before.' },
  *check(context) {
    for (const { service, base, head } of kept(context.pairs.operations)) {
      if (base.action !== head.action || service.head === undefined) continue
      if (successorOf(context.pairs, base.channel) !== head.channel) continue
      const left = base.messages.filter((message) => {
        const now = messageIn(context.pairs, base.channel, message)
        return now !== undefined && !head.messages.includes(now)
      })
      const orphans = left.length === 0 ? undefined : orphansOf(context, { ...base, messages: left })
      if (orphans === undefined) continue
      yield {
        thing: operationThing(service.head, head),
        at: nearestTo(context.head, head.node, 'messages'),
        tree: 'head',
        message: `Operation ${quote(head.name)} does not ${head.action} ${quoteList(orphans.messages)} any more.`,
        hit: [hit(base.action === 'send' ? 'consumer' : 'publisher', orphans.left)],
        ways: [
          { text: 'Keep the message in the operation until the other side does without it.' },
          { text: 'Remove it from the channel too, where nobody sends or receives it.' },
        ],
      }
    }
  },
}
