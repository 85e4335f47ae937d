import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const channelAddressChanged: ContractRule = {
  id: 'channel-address-changed',
  verdict: 'breaking',
  summary: 'A channel that is neither a Kafka topic nor on RabbitMQ has another address than before.',
  why: 'Publishers and consumers that are not released together meet at different addresses.',
  mirror: { rule: 'channel-address-changed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const { base, head } = channel
      if (base.protocols.length > 0 || head.protocols.length > 0) continue
      const [before, now] = [base.address ?? base.name, head.address ?? head.name]
      if (before === now) continue
      yield {
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'address'),
        tree: 'head',
        message: `Channel ${quote(head.name)} has the address ${quote(now)} now and had ${quote(before)}.`,
        hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
        ways: [
          { text: `Keep the address ${quote(before)}; the channel's key may still change.` },
          {
            text: `Add ${quote(now)} as a channel beside it, let the consumers take from both, move the publishers, and remove ${quote(before)} last.`,
          },
        ],
      }
    }
  },
}
