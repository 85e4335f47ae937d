import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { replyHits } from '../reply-hits.ts'
import { kept } from '../sides.ts'
import { operationThing } from '../things.ts'

export const replyRemoved: ContractRule = {
  id: 'reply-removed',
  verdict: 'breaking',
  summary: 'An application does not answer any more, or does not wait for an answer any more.',
  why: 'Who asks waits until its time is up; answers to one who does not wait are taken by nobody.',
  mirror: { none: 'Who does not wait for an answer passes over it.' },
  *check(context) {
    for (const { service, base, head } of kept(context.pairs.operations)) {
      if (base.reply === undefined || head.reply !== undefined || service.head === undefined) continue
      if (base.action !== head.action) continue
      yield {
        thing: operationThing(service.head, head),
        at: head.node,
        tree: 'head',
        message: `Operation ${quote(head.name)} has no reply any more.`,
        hit: replyHits(context, base.reply, base.action),
        ...(base.action === 'send' ? NOT_WAITING : {}),
        ways: [
          { text: 'Keep the reply until nobody asks any more.' },
          { text: 'Let the other side do without the answer first.' },
        ],
      }
    }
  },
}

const NOT_WAITING = {
  verdict: 'risky',
  why: 'Whoever answers goes on answering, and nobody takes the answers.',
} as const
