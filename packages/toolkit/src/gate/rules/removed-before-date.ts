import { quote } from '../../lint/quote.ts'
import type { Deprecation } from '../../model/catalog.ts'
import { announcementOf } from '../announced.ts'
import type { ContractRule, ContractViolation } from '../contract-rule.ts'
import { channelConsumers, channelPublishers, messageConsumers, messagePublishers } from '../hits.ts'
import { gone } from '../sides.ts'
import { channelThing, messageThing } from '../things.ts'

export const removedBeforeDate: ContractRule = {
  id: 'removed-before-date',
  verdict: 'breaking',
  summary: 'A message or a channel is gone before the day that its deprecation names.',
  why: 'Publishers and consumers were promised that it stays until then, and may still be on it.',
  mirror: { none: 'Nobody is hit by what stays for longer than it was announced.' },
  *check(context) {
    const early = ({ deprecation }: Deprecated): string | undefined => {
      const announcement = announcementOf(deprecation, context.today)
      return announcement.kind === 'early' ? announcement.day : undefined
    }
    for (const { channel, base } of gone(context.pairs.messages)) {
      const day = early(base)
      if (day === undefined) continue
      yield {
        ...tooEarly(`Message ${quote(base.name)}`, day),
        thing: messageThing(channel.head, base),
        at: base.node,
        hit: [messageConsumers(context, { base }), messagePublishers(context, { base })],
      }
    }
    for (const { base } of gone(context.pairs.channels)) {
      const day = early(base)
      if (day === undefined) continue
      yield {
        ...tooEarly(`Channel ${quote(base.name)}`, day),
        thing: channelThing(base),
        at: base.node,
        hit: [channelConsumers(context, { base }), channelPublishers(context, { base })],
      }
    }
  },
}

interface Deprecated {
  readonly deprecation: Deprecation | undefined
}

function tooEarly(what: string, day: string): Pick<ContractViolation, 'tree' | 'message' | 'ways'> {
  return {
    tree: 'base',
    message: `${what} is gone and was to stay until ${day}.`,
    ways: [
      { text: `Keep it until ${day}.` },
      { text: 'Ask those who are named here, and let them agree to an exception.' },
    ],
  }
}
