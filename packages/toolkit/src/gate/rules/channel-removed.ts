import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { quote } from '../../lint/quote.ts'
import type { Channel } from '../../model/catalog.ts'
import { exchangeGraph } from '../../routing/exchange-graph.ts'
import { afterNotice, announcementOf } from '../announced.ts'
import { applicationOf, systemsOf } from '../channel-parties.ts'
import type { ContractRule, ContractRuleContext } from '../contract-rule.ts'
import { channelConsumers, channelPublishers, hit } from '../hits.ts'
import { queuesBehindExchange } from '../routing-changes.ts'
import { gone } from '../sides.ts'
import { channelThing } from '../things.ts'
import { knowsEveryone } from '../traffic.ts'

export const channelRemoved: ContractRule = {
  id: 'channel-removed',
  verdict: 'breaking',
  summary: 'A channel is gone that applications send to or receive from.',
  why: 'What is sent to it reaches nobody, and who waits for its messages gets none; a broker that is set up from the contract does not have it.',
  mirror: { none: 'Nobody is on a channel before it is there.' },
  *check(context) {
    for (const { base } of gone(context.pairs.channels)) {
      const announcement = announcementOf(base.deprecation, context.today)
      if (announcement.kind === 'early') continue
      const behind = consumersBehind(context, base)
      const consumers = hit('consumer', [...channelConsumers(context, { base }).applications, ...behind])
      const publishers = channelPublishers(context, { base })
      const hits = [consumers, publishers].filter(({ applications }) => applications.length > 0)
      if (hits.length === 0 && knowsEveryone(context.base, base)) continue
      yield {
        thing: channelThing(base),
        at: base.node,
        tree: 'base',
        message: `Channel ${quote(base.name)}${base.address === undefined || base.address === base.name ? '' : ` (${quote(base.address)})`} is gone.`,
        hit: hits.length === 0 ? [consumers, publishers] : hits,
        ...afterNotice(announcement),
        ways: [
          { text: 'Keep the channel until nobody sends to it or receives from it.' },
          {
            text: 'Announce it first: x-deprecated in the channel with the day of the removal and what comes instead.',
          },
        ],
      }
    }
  },
}

/** Who consumes the queues that hang on an exchange, where no channel declares it any more. */
function consumersBehind({ base, head }: ContractRuleContext, channel: Channel): readonly string[] {
  const { amqp } = channel
  if (amqp?.is !== 'routingKey') return []
  const { name } = amqp.exchange
  if (head.systems.some((system) => exchangeGraph(system).exchanges.has(name))) return []
  return systemsOf(base, channel).flatMap((system) =>
    queuesBehindExchange(system, name).flatMap((queue) =>
      receivingsFromQueue(system, queue).map(({ service }) => applicationOf(service)),
    ),
  )
}
