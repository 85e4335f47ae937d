import { quote } from '../../lint/quote.ts'
import type { AmqpChannel } from '../../model/catalog.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const channelKindChanged: ContractRule = {
  id: 'channel-kind-changed',
  verdict: 'breaking',
  summary: 'A channel is a queue on RabbitMQ and was an exchange, or the reverse.',
  why: 'Messages go to another place on the broker: what a publisher of before sends to the one does not get to the other.',
  mirror: { rule: 'channel-kind-changed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const { base, head } = channel
      if (base.amqp === undefined || head.amqp === undefined || base.amqp.is === head.amqp.is) continue
      yield {
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'is'),
        tree: 'head',
        message: `Channel ${quote(head.name)} is ${placeOf(head.amqp)} now and was ${placeOf(base.amqp)}.`,
        hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
        ways: [
          { text: `Keep ${placeOf(base.amqp)}, and add the other as a channel of its own.` },
          {
            text: 'Bind the queue to the exchange, so that what is sent to the exchange arrives in the queue.',
          },
        ],
      }
    }
  },
}

function placeOf(amqp: AmqpChannel): string {
  return amqp.is === 'queue'
    ? `the queue ${quote(amqp.queue.name)}`
    : `the exchange ${quote(amqp.exchange.name)}`
}
