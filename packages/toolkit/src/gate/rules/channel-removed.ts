import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { quote } from '../../lint/quote.ts'
import type { Channel } from '../../model/catalog.ts'
import { exchangeGraph } from '../../routing/exchange-graph.ts'
import type { Hit } from '../change.ts'
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
      const hits = whoIsOn(context, base)
      if (hits.length === 0) continue
      yield {
        thing: channelThing(base),
        at: base.node,
        tree: 'base',
        message: `Channel ${quote(base.name)}${base.address === undefined || base.address === base.name ? '' : ` (${quote(base.address)})`} is gone.`,
        hit: hits,
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

/** Where the contracts do not tell everybody, consumers that they do not name may wait for what is sent. */
function whoIsOn(context: ContractRuleContext, base: Channel): readonly Hit[] {
  const named = channelConsumers(context, { base }).applications
  const consumers = hit('consumer', [...named, ...consumersBehind(context, base)])
  const publishers = channelPublishers(context, { base })
  const isMissing = consumers.applications.length === 0 && knowsEveryone(context.base, base)
  return [...(isMissing ? [] : [consumers]), ...(publishers.applications.length === 0 ? [] : [publishers])]
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
