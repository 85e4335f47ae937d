import { quote } from '../../lint/quote.ts'
import { afterNotice, announcementOf } from '../announced.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { gone } from '../sides.ts'
import { messageThing } from '../things.ts'
import { isReceivedFrom, isSentTo, knowsEveryone } from '../traffic.ts'

export const messageRemoved: ContractRule = {
  id: 'message-removed',
  verdict: 'breaking',
  summary: 'A channel does not have a message any more that it had.',
  why: 'A publisher of before still sends it, and whoever takes from the channel now has no handler for it; a consumer of before waits for it in vain.',
  mirror: { rule: 'message-added' },
  *check(context) {
    for (const { channel, base } of gone(context.pairs.messages)) {
      const announcement = announcementOf(base.deprecation, context.today)
      if (announcement.kind === 'early') continue
      const isSent = isSentTo(context.base, channel.base, base)
      const isUsed = isSent || isReceivedFrom(context.base, channel.base, base)
      if (!isUsed && knowsEveryone(context.base, channel.base)) continue
      yield {
        thing: messageThing(channel.head, base),
        at: base.node,
        tree: 'base',
        key: channel.head.name,
        message: `Message ${quote(base.name)} is not in channel ${quote(channel.head.name)} any more.`,
        hit: [messagePublishers(context, { base }), ...(isSent ? [messageConsumers(context, { base })] : [])],
        ...afterNotice(announcement),
        ways: [
          { text: 'Keep the message until nobody sends it or receives it.' },
          {
            text: 'Announce it first: x-deprecated in the message with the day of the removal and what comes instead.',
          },
        ],
      }
    }
  },
}
