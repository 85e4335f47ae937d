import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { reachOf } from '../routing-changes.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const exchangeRenamed: ContractRule = {
  id: 'exchange-renamed',
  verdict: 'breaking',
  summary: 'Messages are published to another exchange than before.',
  why: 'Queues stay bound to the old exchange, and what is published to the new one does not reach them.',
  mirror: { rule: 'exchange-renamed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const { base, head } = channel
      if (base.amqp?.is !== 'routingKey' || head.amqp?.is !== 'routingKey') continue
      const [before, now] = [base.amqp.exchange.name, head.amqp.exchange.name]
      if (before === now) continue
      const reach = reachOf(context, channel)
      yield {
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'exchange', 'name'),
        tree: 'head',
        message: `Channel ${quote(head.name)} is published to the exchange ${quote(now)} now and was to ${quote(before)}.`,
        hit: [channelConsumers(context, channel)],
        ...(reach.kind === 'kept'
          ? {
              verdict: 'risky' as const,
              why: `The contract binds ${quoteList(reach.queues)} to the new exchange too; what is published before these bindings are declared is lost.`,
            }
          : {}),
        ways: [
          {
            text: `Bind the queues to ${quote(now)} as well and deploy that first, then move the publishers, and unbind ${quote(before)} last.`,
          },
          { text: `Bind the exchange ${quote(before)} to ${quote(now)} by "#" for the time between.` },
        ],
      }
    }
  },
}
