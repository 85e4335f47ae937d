import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { parameterPairs, valuesOnlyIn } from '../parameter-pairs.ts'
import { channelThing } from '../things.ts'

export const channelParameterNarrowed: ContractRule = {
  id: 'channel-parameter-narrowed',
  verdict: 'breaking',
  summary: 'A parameter of an address allows fewer values than before.',
  why: 'A publisher still sends to an address that the contract does not have any more, and nobody listens there.',
  mirror: { rule: 'channel-parameter-widened' },
  *check(context) {
    for (const { channel, base, head } of parameterPairs(context)) {
      const values = valuesOnlyIn(base, head)
      if (values.length === 0) continue
      yield {
        thing: channelThing(channel.head),
        at: nearestTo(context.head, channel.head.node, 'parameters', head.name, 'enum'),
        tree: 'head',
        key: head.name,
        message: `Parameter ${quote(head.name)} of channel ${quote(channel.head.name)} does not allow ${quoteList(values)} any more.`,
        hit: [channelPublishers(context, channel)],
        ways: [
          { text: 'Keep the values until nobody sends to their addresses.' },
          { text: 'Announce which value takes their place, and route the old addresses to it meanwhile.' },
        ],
      }
    }
  },
}
