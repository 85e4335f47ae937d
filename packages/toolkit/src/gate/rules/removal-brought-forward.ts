import { quote } from '../../lint/quote.ts'
import type { Deprecation } from '../../model/catalog.ts'
import type { ContractRule, ContractViolation } from '../contract-rule.ts'
import { channelConsumers, messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing, messageThing } from '../things.ts'

export const removalBroughtForward: ContractRule = {
  id: 'removal-brought-forward',
  verdict: 'risky',
  summary: 'A deprecated message or channel is to be removed on an earlier day than was announced.',
  why: 'Whoever planned by the old day is late.',
  mirror: { none: 'A later day gives everybody more time.' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      const days = earlier(base, head)
      if (days === undefined) continue
      yield {
        ...sooner(`Message ${quote(head.name)}`, days),
        thing: messageThing(channel.head, head),
        at: nearestTo(context.head, head.node, 'x-deprecated', 'removal'),
        hit: [messageConsumers(context, { base, head })],
      }
    }
    for (const { base, head } of kept(context.pairs.channels)) {
      const days = earlier(base, head)
      if (days === undefined) continue
      yield {
        ...sooner(`Channel ${quote(head.name)}`, days),
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'x-deprecated', 'removal'),
        hit: [channelConsumers(context, { base, head })],
      }
    }
  },
}

interface Deprecated {
  readonly deprecation: Deprecation | undefined
}

interface Days {
  readonly before: string
  readonly now: string
}

function earlier(base: Deprecated, head: Deprecated): Days | undefined {
  const [before, now] = [base.deprecation?.removal, head.deprecation?.removal]
  return before !== undefined && now !== undefined && now < before ? { before, now } : undefined
}

function sooner(what: string, { before, now }: Days): Pick<ContractViolation, 'tree' | 'message' | 'ways'> {
  return {
    tree: 'head',
    message: `${what} is to be removed on ${now} and was to stay until ${before}.`,
    ways: [{ text: `Keep the day ${before}.` }, { text: 'Ask those who are named here first.' }],
  }
}
