import { quote } from '../../lint/quote.ts'
import type { AmqpChannel } from '../../model/catalog.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const vhostChanged: ContractRule = {
  id: 'vhost-changed',
  verdict: 'breaking',
  summary: 'An exchange or a queue is in another virtual host than before.',
  why: 'Nothing is routed from one virtual host to another: publishers and consumers that are not released together do not meet, and what waits in the old queue stays there.',
  mirror: { rule: 'vhost-changed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const [before, now] = [vhostOf(channel.base.amqp), vhostOf(channel.head.amqp)]
      if (before === undefined || now === undefined || before === now) continue
      const part = channel.head.amqp?.is === 'queue' ? 'queue' : 'exchange'
      yield {
        thing: channelThing(channel.head),
        at: nearestTo(context.head, channel.head.node, 'bindings', 'amqp', part, 'vhost'),
        tree: 'head',
        message: `The ${part} of channel ${quote(channel.head.name)} is in the virtual host ${quote(now)} now and was in ${quote(before)}.`,
        hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
        ways: [
          { text: `Keep the virtual host ${quote(before)}.` },
          {
            text: `Declare everything in ${quote(now)} beside it, let the consumers take from both, move the publishers, and take the rest out of ${quote(before)} by a shovel.`,
          },
        ],
      }
    }
  },
}

function vhostOf(amqp: AmqpChannel | undefined): string | undefined {
  if (amqp === undefined) return undefined
  return amqp.is === 'queue' ? amqp.queue.vhost : amqp.exchange.vhost
}
