import { quote } from '../../lint/quote.ts'
import { exchangePairs } from '../amqp-pairs.ts'
import { changedArguments } from '../changed-arguments.ts'
import type { ContractRule } from '../contract-rule.ts'
import { exchangeDeclarers } from '../declarers.ts'
import { nearestTo } from '../nearest-to.ts'
import { declaredThing } from '../things.ts'
import { replaceExchange, setByPolicy } from '../ways.ts'

export const exchangeArgumentsChanged: ContractRule = {
  id: 'exchange-arguments-changed',
  verdict: 'breaking',
  summary: 'An exchange is declared with other arguments than before.',
  why: 'RabbitMQ refuses to declare an exchange again with another alternate-exchange (406 PRECONDITION_FAILED) and closes the channel, so no application that declares it starts.',
  mirror: { rule: 'exchange-arguments-changed' },
  *check(context) {
    for (const pair of exchangePairs(context)) {
      const { base, head, channels } = pair
      for (const { name, text, base: before, head: now } of changedArguments(
        base.arguments,
        head.arguments,
      )) {
        const channel = channels[0].head
        const at = nearestTo(context.head, channel.node, 'bindings', 'amqp', 'exchange', 'x-arguments', name)
        const isCompared = name === 'alternate-exchange'
        yield {
          thing: declaredThing(channel, head),
          at,
          tree: 'head',
          key: name,
          message: `The argument ${text} at exchange ${quote(head.name)}.`,
          hit: [exchangeDeclarers(context, pair)],
          ...(isCompared ? {} : IGNORED),
          ways: [
            {
              text: before === undefined ? `Leave ${name} away.` : `Keep ${name} ${JSON.stringify(before)}.`,
            },
            ...(isCompared && before === undefined
              ? [setByPolicy('exchanges', head.name, { [name]: now })]
              : []),
            replaceExchange(base.name),
          ],
        }
      }
    }
  },
}

/** What the broker does not compare. */
const IGNORED = {
  verdict: 'risky',
  why: 'RabbitMQ does not compare this argument: an exchange that exists keeps its old value, and one that is declared afresh has the new one.',
} as const
