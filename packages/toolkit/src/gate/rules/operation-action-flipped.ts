import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers, channelPublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { successorOf } from '../successors.ts'
import { operationThing } from '../things.ts'

export const operationActionFlipped: ContractRule = {
  id: 'operation-action-flipped',
  verdict: 'breaking',
  summary: 'An application sends what it received, or receives what it sent.',
  why: 'The other side does the same as before, so two send and nobody takes, or two wait and nobody sends.',
  mirror: { rule: 'operation-action-flipped' },
  *check(context) {
    for (const { service, base, head } of kept(context.pairs.operations)) {
      if (base.action === head.action || service.head === undefined) continue
      if (successorOf(context.pairs, base.channel) === undefined) continue
      const channel = { base: base.channel, head: head.channel }
      yield {
        thing: operationThing(service.head, head),
        at: nearestTo(context.head, head.node, 'action'),
        tree: 'head',
        message: `Operation ${quote(head.name)} has the action ${head.action} now and had ${base.action}.`,
        hit: [channelConsumers(context, channel), channelPublishers(context, channel)],
        ways: [
          { text: `Keep the action ${base.action}, and add the other as an operation of its own.` },
          { text: 'Where the action was wrong before, correct it, and accept the finding with that reason.' },
        ],
      }
    }
  },
}
