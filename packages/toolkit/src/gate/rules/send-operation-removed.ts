import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { orphansOf } from '../orphans.ts'
import { gone } from '../sides.ts'
import { operationThing } from '../things.ts'

export const sendOperationRemoved: ContractRule = {
  id: 'send-operation-removed',
  verdict: 'breaking',
  summary: 'An application does not send any more what others receive, and nobody else sends it.',
  why: 'Whoever waits for the message gets none, and is not told.',
  mirror: { none: 'An application that sends one message more sends what the channel had before.' },
  *check(context) {
    for (const { service, base } of gone(context.pairs.operations)) {
      if (service.base === undefined || service.head === undefined || base.action !== 'send') continue
      const orphans = orphansOf(context, base)
      if (orphans === undefined) continue
      const what = orphans.messages.length === 0 ? 'to' : `${quoteList(orphans.messages)} to`
      yield {
        thing: operationThing(service.head, base),
        at: base.node,
        tree: 'base',
        message: `Operation ${quote(base.name)} is gone, and nobody sends ${what} channel ${quote(base.channel.name)} any more.`,
        hit: [hit('consumer', orphans.left)],
        ways: [
          { text: 'Keep sending until nobody receives it: remove the receive operations first.' },
          { text: 'Let another application send it, and describe its send operation.' },
        ],
      }
    }
  },
}
