import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'

export const channelServerRemoved: ContractRule = {
  id: 'channel-server-removed',
  verdict: 'breaking',
  summary: 'A channel is not on a server any more that is still there.',
  why: 'Who is connected to that server does not meet those who moved to another one.',
  mirror: { none: 'A channel that is on one server more is where it was before, too.' },
  *check(context) {
    const successors = new Map(kept(context.pairs.servers).map(({ base, head }) => [base, head]))
    for (const channel of kept(context.pairs.channels)) {
      for (const server of channel.base.servers) {
        const successor = successors.get(server)
        if (successor === undefined || channel.head.servers.includes(successor)) continue
        yield {
          thing: channelThing(channel.head),
          at: nearestTo(context.head, channel.head.node, 'servers'),
          tree: 'head',
          key: server.name,
          message: `Channel ${quote(channel.head.name)} is not on the server ${quote(server.name)} any more.`,
          hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
          ways: [
            { text: `Keep it on ${quote(server.name)} until everybody has moved.` },
            {
              text: 'Let consumers take from both servers, move the publishers, and leave the old one last.',
            },
          ],
        }
      }
    }
  },
}
