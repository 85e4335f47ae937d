import { quote } from '../../lint/quote.ts'
import type { Reply } from '../../model/catalog.ts'
import type { ContractRule, ContractRuleContext } from '../contract-rule.ts'
import { nearestTo } from '../nearest-to.ts'
import { replyHits } from '../reply-hits.ts'
import { kept } from '../sides.ts'
import { successorOf } from '../successors.ts'
import { operationThing } from '../things.ts'

export const replyMoved: ContractRule = {
  id: 'reply-moved',
  verdict: 'breaking',
  summary:
    'Answers go to another channel than before, or their address is taken from another place of the question.',
  why: 'Who asks waits where the answer does not come to, or names the address where the other side does not look.',
  mirror: { rule: 'reply-moved' },
  *check(context) {
    for (const { service, base, head } of kept(context.pairs.operations)) {
      if (base.reply === undefined || head.reply === undefined || service.head === undefined) continue
      const change = addressChange(base.reply, head.reply) ?? channelChange(context, base.reply, head.reply)
      if (change === undefined) continue
      yield {
        thing: operationThing(service.head, head),
        at: nearestTo(context.head, head.node, 'reply', change.member),
        tree: 'head',
        key: change.member,
        message: `The reply of operation ${quote(head.name)} ${change.text}.`,
        hit: replyHits(context, base.reply, base.action),
        ways: [
          { text: `Keep the ${change.member} as it was.` },
          { text: 'Answer at both until every application that asks has moved.' },
        ],
      }
    }
  },
}

interface ReplyChange {
  readonly member: 'address' | 'channel'
  readonly text: string
}

function addressChange(base: Reply, head: Reply): ReplyChange | undefined {
  if (base.address === head.address) return undefined
  const [before, now] = [base.address, head.address].map((address) =>
    address === undefined ? 'no address in the question' : `its address at ${quote(address)}`,
  )
  return { member: 'address', text: `has ${now} now and had ${before}` }
}

/** A channel that changed in itself, or is gone, is reported as such. */
function channelChange({ pairs }: ContractRuleContext, base: Reply, head: Reply): ReplyChange | undefined {
  if (base.channel === undefined || head.channel === undefined) return undefined
  const successor = successorOf(pairs, base.channel)
  if (successor === undefined || successor === head.channel) return undefined
  return {
    member: 'channel',
    text: `goes to channel ${quote(head.channel.name)} now and went to ${quote(base.channel.name)}`,
  }
}
