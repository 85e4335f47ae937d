import { quote } from '../../lint/quote.ts'
import { queuePairs } from '../amqp-pairs.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { queueDeclarers } from '../declarers.ts'
import { nearestTo } from '../nearest-to.ts'
import { channelThing } from '../things.ts'
import { replaceQueue } from '../ways.ts'

export const queueExclusivityChanged: ContractRule = {
  id: 'queue-exclusivity-changed',
  verdict: 'breaking',
  summary: 'A queue belongs to one connection, and did not before, or the reverse.',
  why: 'RabbitMQ refuses to declare a queue that exists with another exclusivity (405 RESOURCE_LOCKED); an exclusive queue refuses every connection but the first and is deleted with it, messages and all.',
  mirror: { rule: 'queue-exclusivity-changed' },
  *check(context) {
    for (const pair of queuePairs(context)) {
      const { base, head, channels } = pair
      if (base.exclusive === head.exclusive) continue
      const channel = channels[0]
      yield {
        thing: channelThing(channel.head),
        at: nearestTo(context.head, channel.head.node, 'bindings', 'amqp', 'queue', 'exclusive'),
        tree: 'head',
        message: `Queue ${quote(head.name)} is ${head.exclusive ? 'exclusive to one connection now and was not' : 'not exclusive to one connection any more'}.`,
        hit: [channelConsumers(context, channel), queueDeclarers(context, pair)],
        ways: [{ text: `Keep exclusive ${base.exclusive}.` }, replaceQueue(base.name)],
      }
    }
  },
}
