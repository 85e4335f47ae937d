import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { come } from '../sides.ts'
import { messageThing } from '../things.ts'
import { knowsEveryone } from '../traffic.ts'

export const messageAdded: ContractRule = {
  id: 'message-added',
  verdict: 'risky',
  summary: 'A channel that applications receive from has a message that it did not have.',
  why: 'A consumer that is not released first gets a type that it has no handler for: it ends as a dead letter, or whatever the consumer does with what it does not know.',
  mirror: { rule: 'message-removed' },
  *check(context) {
    for (const { channel, head } of come(context.pairs.messages)) {
      const consumers = channelConsumers(context, { base: channel.base })
      if (consumers.applications.length === 0 && knowsEveryone(context.base, channel.base)) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        key: channel.head.name,
        message: `Message ${quote(head.name)} is new in channel ${quote(channel.head.name)}.`,
        hit: [consumers],
        ways: [
          { text: 'Release the consumers of the channel first, then the publisher.' },
          { text: 'Send it over a channel of its own.' },
        ],
      }
    }
  },
}
