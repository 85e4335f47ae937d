import { quote } from '../../lint/quote.ts'
import { channelConsumers, messageConsumers } from '../hits.ts'
import type { Deprecation } from '../../model/catalog.ts'
import type { ContractRule, ContractViolation } from '../contract-rule.ts'
import { messagePairs } from '../message-pairs.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing, messageThing } from '../things.ts'

export const deprecatedWithoutSuccessor: ContractRule = {
  id: 'deprecated-without-successor',
  verdict: 'risky',
  summary:
    'A message or a channel is deprecated from now on, and the contract does not say what comes instead.',
  why: 'Consumers are told to leave and not where to go, so they stay.',
  mirror: { none: 'What is not deprecated any more may be used as before.' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      if (base.deprecation !== undefined || isComplete(head)) continue
      yield {
        ...without(`Message ${quote(head.name)}`),
        thing: messageThing(channel.head, head),
        at: nearestTo(context.head, head.node, 'x-deprecated'),
        hit: [messageConsumers(context, { base, head })],
      }
    }
    for (const { base, head } of kept(context.pairs.channels)) {
      if (base.deprecation !== undefined || isComplete(head)) continue
      yield {
        ...without(`Channel ${quote(head.name)}`),
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'x-deprecated'),
        hit: [channelConsumers(context, { base, head })],
      }
    }
  },
}

function isComplete({ deprecation }: { readonly deprecation: Deprecation | undefined }): boolean {
  return deprecation === undefined || deprecation.successor !== undefined
}

function without(what: string): Pick<ContractViolation, 'tree' | 'message' | 'ways'> {
  return {
    tree: 'head',
    message: `${what} is deprecated and has no successor.`,
    ways: [
      { text: 'Name what comes instead: x-deprecated: { since, removal, successor }.' },
      { text: 'Say in the successor that nothing does, where that is so.' },
    ],
  }
}
