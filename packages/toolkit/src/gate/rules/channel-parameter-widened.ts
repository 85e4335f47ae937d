import { quote, quoteList } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { parameterPairs, valuesOnlyIn } from '../parameter-pairs.ts'
import { channelThing } from '../things.ts'

export const channelParameterWidened: ContractRule = {
  id: 'channel-parameter-widened',
  verdict: 'risky',
  summary: 'A parameter of an address allows more values than before.',
  why: 'A consumer that listens at the addresses it knows misses what is sent to the new ones, and is not told.',
  mirror: { rule: 'channel-parameter-narrowed' },
  *check(context) {
    for (const { channel, base, head } of parameterPairs(context)) {
      const values = valuesOnlyIn(head, base)
      if (values.length === 0) continue
      yield {
        thing: channelThing(channel.head),
        at: nearestTo(context.head, channel.head.node, 'parameters', head.name, 'enum'),
        tree: 'head',
        key: head.name,
        message: `Parameter ${quote(head.name)} of channel ${quote(channel.head.name)} allows ${quoteList(values)} now.`,
        hit: [channelConsumers(context, channel)],
        ways: [
          { text: 'Let the consumers listen at the new addresses first, then send there.' },
          { text: 'Accept it where every consumer listens at a pattern of addresses.' },
        ],
      }
    }
  },
}
