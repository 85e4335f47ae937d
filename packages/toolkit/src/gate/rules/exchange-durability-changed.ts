import { quote } from '../../lint/quote.ts'
import { exchangePairs } from '../amqp-pairs.ts'
import type { ContractRule } from '../contract-rule.ts'
import { exchangeDeclarers } from '../declarers.ts'
import { nearestTo } from '../nearest-to.ts'
import { declaredThing } from '../things.ts'
import { replaceExchange } from '../ways.ts'

export const exchangeDurabilityChanged: ContractRule = {
  id: 'exchange-durability-changed',
  verdict: 'breaking',
  summary: 'An exchange is durable or deletes itself, and did not before, or the reverse.',
  why: 'RabbitMQ refuses to declare an exchange again with another durability (406 PRECONDITION_FAILED) and closes the channel, so no application that declares it starts.',
  mirror: { rule: 'exchange-durability-changed' },
  *check(context) {
    for (const pair of exchangePairs(context)) {
      const { base, head, channels } = pair
      for (const property of ['durable', 'autoDelete'] as const) {
        if (base[property] === head[property]) continue
        const channel = channels[0].head
        yield {
          thing: declaredThing(channel, head),
          at: nearestTo(context.head, channel.node, 'bindings', 'amqp', 'exchange', property),
          tree: 'head',
          key: property,
          message: `Exchange ${quote(head.name)} has ${property} ${head[property]} now and had ${base[property]}.`,
          hit: [exchangeDeclarers(context, pair)],
          ways: [{ text: `Keep ${property} ${base[property]}.` }, replaceExchange(base.name)],
        }
      }
    }
  },
}
