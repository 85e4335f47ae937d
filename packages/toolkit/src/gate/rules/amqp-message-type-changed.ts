import { quote } from '../../lint/quote.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { nearestTo } from '../nearest-to.ts'
import { messageThing } from '../things.ts'

export const amqpMessageTypeChanged: ContractRule = {
  id: 'amqp-message-type-changed',
  verdict: 'breaking',
  summary: 'The property `type` of a message on RabbitMQ has another value than before, or none.',
  why: 'A consumer that finds its handler by the property does not know the message any more.',
  mirror: { none: 'A property that was not there is new to everybody, so nobody finds a handler by it.' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      const before = bindingMember(base, 'amqp', 'messageType')
      const now = bindingMember(head, 'amqp', 'messageType')
      if (typeof before !== 'string' || before === now) continue
      yield {
        thing: messageThing(channel.head, head),
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'messageType'),
        tree: 'head',
        message: `Message ${quote(head.name)} has ${typeof now === 'string' ? `the messageType ${quote(now)}` : 'no messageType'} now and had ${quote(before)}.`,
        hit: [messageConsumers(context, { base, head })],
        ways: [
          { text: `Keep the messageType ${quote(before)}.` },
          { text: 'Let every consumer know both values first, then change the publishers.' },
        ],
      }
    }
  },
}
