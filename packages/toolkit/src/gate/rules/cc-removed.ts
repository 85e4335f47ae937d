import { quote, quoteList } from '../../lint/quote.ts'
import type { Operation } from '../../model/catalog.ts'
import { isArray } from '../../model/json.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const ccRemoved: ContractRule = {
  id: 'cc-removed',
  verdict: 'breaking',
  summary: 'An application does not send its messages under a further routing key any more (cc, bcc).',
  why: 'Queues that are bound by that key do not get the messages any more.',
  mirror: {
    none: 'A queue that gets a message under one key more is bound by that key because it wants what comes under it.',
  },
  *check(context) {
    for (const { base, head, thing } of operationPairs(context, 'send')) {
      const kept = new Set([...furtherKeys(head), head.channel.address])
      const lost = furtherKeys(base).filter((key) => !kept.has(key))
      if (lost.length === 0) continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'cc'),
        tree: 'head',
        message: `Operation ${quote(head.name)} does not send under ${quoteList(lost)} any more.`,
        hit: [channelConsumers(context, { base: base.channel, head: head.channel })],
        ways: [
          { text: 'Keep the key until no queue is bound by it.' },
          { text: 'Bind these queues by the routing key of the channel first.' },
        ],
      }
    }
  },
}

function furtherKeys(operation: Operation): readonly string[] {
  return ['cc', 'bcc'].flatMap((member) => {
    const keys = bindingMember(operation, 'amqp', member)
    return isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
  })
}
