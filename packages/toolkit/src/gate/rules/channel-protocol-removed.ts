import { resolvedChild } from '../../lint/schemas/resolved-child.ts'
import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

const NAMES = { amqp: 'RabbitMQ', kafka: 'Kafka' } as const

export const channelProtocolRemoved: ContractRule = {
  id: 'channel-protocol-removed',
  verdict: 'breaking',
  summary: 'A channel has no binding any more for a broker that it was on.',
  why: 'Publishers and consumers on that broker do not meet the others any more.',
  mirror: { none: 'A channel that is on one broker more is where it was before, too.' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const { base, head } = channel
      for (const protocol of base.protocols) {
        // A protocol that only followed from the servers changes with these, and is reported there.
        const isStated = resolvedChild(context.base, base.node, 'bindings', protocol) !== undefined
        if (!isStated || head.protocols.includes(protocol)) continue
        yield {
          thing: channelThing(head),
          at: nearestTo(context.head, head.node, 'bindings'),
          tree: 'head',
          key: protocol,
          message: `Channel ${quote(head.name)} is not on ${NAMES[protocol]} any more.`,
          hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
          ways: [
            { text: `Keep the binding for ${NAMES[protocol]} until everybody has moved.` },
            {
              text: 'Let consumers take from both brokers, move the publishers, and remove the binding last.',
            },
          ],
        }
      }
    }
  },
}
