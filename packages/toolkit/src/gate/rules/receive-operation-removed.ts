import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { orphansOf } from '../orphans.ts'
import { gone } from '../sides.ts'
import { operationThing } from '../things.ts'

export const receiveOperationRemoved: ContractRule = {
  id: 'receive-operation-removed',
  verdict: 'risky',
  summary: 'An application does not receive any more what others send, and nobody else receives it.',
  why: 'What is sent has no effect any more: a queue that stays bound fills up to its limit, and a topic forgets the records unread.',
  mirror: { none: 'An application that receives one message more takes nothing away from the others.' },
  *check(context) {
    for (const { service, base } of gone(context.pairs.operations)) {
      if (service.base === undefined || service.head === undefined || base.action !== 'receive') continue
      const orphans = orphansOf(context, base)
      if (orphans === undefined) continue
      const what = orphans.messages.length === 0 ? 'from' : `${quoteList(orphans.messages)} from`
      yield {
        thing: operationThing(service.head, base),
        at: base.node,
        tree: 'base',
        message: `Operation ${quote(base.name)} is gone, and nobody receives ${what} channel ${quote(base.channel.name)} any more.`,
        hit: [hit('publisher', orphans.left)],
        ways: [
          {
            text: 'Remove the channel of a queue that nobody reads with it, and delete the queue on the broker.',
          },
          { text: 'Tell the publishers that nobody takes the message, or keep the operation.' },
        ],
      }
    }
  },
}
