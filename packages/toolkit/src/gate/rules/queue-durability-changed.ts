import { quote } from '../../lint/quote.ts'
import { queuePairs } from '../amqp-pairs.ts'
import type { ContractRule } from '../contract-rule.ts'
import { queueDeclarers } from '../declarers.ts'
import { nearestTo } from '../nearest-to.ts'
import { channelThing } from '../things.ts'
import { replaceQueue } from '../ways.ts'

export const queueDurabilityChanged: ContractRule = {
  id: 'queue-durability-changed',
  verdict: 'breaking',
  summary: 'A queue is durable or deletes itself, and did not before, or the reverse.',
  why: 'RabbitMQ refuses to declare a queue again with another durability (406 PRECONDITION_FAILED) and closes the channel, so no application that declares it starts; and a queue that is not durable loses its messages when the broker restarts.',
  mirror: { rule: 'queue-durability-changed' },
  *check(context) {
    for (const pair of queuePairs(context)) {
      const { base, head, channels } = pair
      for (const property of ['durable', 'autoDelete'] as const) {
        if (base[property] === head[property]) continue
        const channel = channels[0].head
        yield {
          thing: channelThing(channel),
          at: nearestTo(context.head, channel.node, 'bindings', 'amqp', 'queue', property),
          tree: 'head',
          key: property,
          message: `Queue ${quote(head.name)} has ${property} ${head[property]} now and had ${base[property]}.`,
          hit: [queueDeclarers(context, pair)],
          ways: [{ text: `Keep ${property} ${base[property]}.` }, replaceQueue(base.name)],
        }
      }
    }
  },
}
