import { quote } from '../../lint/quote.ts'
import { exchangePairs } from '../amqp-pairs.ts'
import type { ContractRule } from '../contract-rule.ts'
import { exchangeDeclarers } from '../declarers.ts'
import { nearestTo } from '../nearest-to.ts'
import { declaredThing } from '../things.ts'
import { replaceExchange } from '../ways.ts'

export const exchangeTypeChanged: ContractRule = {
  id: 'exchange-type-changed',
  verdict: 'breaking',
  summary: 'An exchange is of another type than before.',
  why: 'RabbitMQ refuses to declare an exchange again with another type (406 PRECONDITION_FAILED) and closes the channel, so no application that declares it starts.',
  mirror: { rule: 'exchange-type-changed' },
  *check(context) {
    for (const pair of exchangePairs(context)) {
      const { base, head, channels } = pair
      if (base.type === head.type) continue
      const channel = channels[0].head
      yield {
        thing: declaredThing(channel, head),
        at: nearestTo(context.head, channel.node, 'bindings', 'amqp', 'exchange', 'type'),
        tree: 'head',
        message: `Exchange ${quote(head.name)} is of type ${head.type} now and was of type ${base.type}.`,
        hit: [exchangeDeclarers(context, pair)],
        ways: [{ text: `Keep the type ${base.type}.` }, replaceExchange(base.name)],
      }
    }
  },
}
