import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { reachOf } from '../routing-changes.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const routingKeyChanged: ContractRule = {
  id: 'routing-key-changed',
  verdict: 'breaking',
  summary: 'Messages are published to an exchange under another routing key than before.',
  why: 'Queues that are bound by the old key do not get what is published under the new one, and queues that are bound by the new one do not get what a publisher of before still sends.',
  mirror: { rule: 'routing-key-changed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const { base, head } = channel
      if (base.amqp?.is !== 'routingKey' || head.amqp?.is !== 'routingKey') continue
      if (base.address === head.address || head.amqp.exchange.type === 'fanout') continue
      const reach = reachOf(context, channel)
      yield {
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'address'),
        tree: 'head',
        message: `Channel ${quote(head.name)} has the routing key ${quote(head.address ?? '')} now and had ${quote(base.address ?? '')}.`,
        hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
        ...(reach.kind === 'kept'
          ? {
              verdict: 'risky' as const,
              why: `The contract leads the new key to ${quoteList(reach.queues)} as it did the old one; a consumer that looks at the key sees another, and what is published before the bindings are declared is lost.`,
            }
          : {}),
        ways: [
          { text: `Keep the routing key ${quote(base.address ?? '')}; the channel's key may still change.` },
          {
            text: 'Bind the queues by the new key as well and deploy that first, then move the publishers, and unbind the old key last.',
          },
        ],
      }
    }
  },
}
