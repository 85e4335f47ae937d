import { quote, quoteList } from '../../lint/quote.ts'
import type { Operation } from '../../model/catalog.ts'
import type { ContractRule, ContractRuleContext } from '../contract-rule.ts'
import { hit } from '../hits.ts'
import { orphansOf } from '../orphans.ts'
import { gone } from '../sides.ts'
import { applicationThing } from '../things.ts'

export const applicationRemoved: ContractRule = {
  id: 'application-removed',
  verdict: 'breaking',
  summary:
    'An application is gone that others depend on: nobody else sends what they receive, or receives what they send.',
  why: 'Consumers wait for messages that nobody sends; what publishers send has no effect any more.',
  mirror: { none: 'Nobody depends on an application before it is there.' },
  *check(context) {
    for (const { base } of gone(context.pairs.services)) {
      const sent = orphans(context, base.operations, 'send')
      const received = orphans(context, base.operations, 'receive')
      const lost = [
        ...(sent.found ? [`nobody sends ${nameThem(sent)}`] : []),
        ...(received.found ? [`nobody receives from ${quoteList(received.channels)}`] : []),
      ]
      if (lost.length === 0) continue
      yield {
        thing: applicationThing(base),
        at: base.document.node,
        tree: 'base',
        message: `Application ${quote(base.name)} is gone, and ${lost.join(' and ')} any more.`,
        hit: [
          ...(sent.found ? [hit('consumer', sent.left)] : []),
          ...(received.found ? [hit('publisher', received.left)] : []),
        ],
        ...(sent.found ? {} : ONLY_RECEIVED),
        ways: [
          { text: 'Move its operations to the application that takes over, in the same change.' },
          { text: 'Let the others do without it first: remove their operations, then the application.' },
        ],
      }
    }
  },
}

const ONLY_RECEIVED = {
  verdict: 'risky',
  why: 'What publishers send has no effect any more: a queue that stays bound fills up to its limit, and a topic forgets the records unread.',
} as const

interface AllOrphans {
  readonly found: boolean
  readonly messages: readonly string[]
  readonly channels: readonly string[]
  readonly left: readonly string[]
}

function orphans(
  context: ContractRuleContext,
  operations: readonly Operation[],
  action: Operation['action'],
): AllOrphans {
  const found = operations
    .filter((operation) => operation.action === action)
    .flatMap((operation) => orphansOf(context, operation) ?? [])
  return {
    found: found.length > 0,
    messages: [...new Set(found.flatMap(({ messages }) => messages))].toSorted(),
    channels: [...new Set(found.map(({ channel }) => channel))].toSorted(),
    left: found.flatMap(({ left }) => left),
  }
}

function nameThem({ messages, channels }: AllOrphans): string {
  return messages.length === 0 ? `to ${quoteList(channels)}` : quoteList(messages)
}
