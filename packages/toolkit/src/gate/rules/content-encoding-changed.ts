import { quote } from '../../lint/quote.ts'
import type { Message } from '../../model/catalog.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { nearestTo } from '../nearest-to.ts'
import { messageThing } from '../things.ts'

export const contentEncodingChanged: ContractRule = {
  id: 'content-encoding-changed',
  verdict: 'breaking',
  summary: 'The body of a message on RabbitMQ is encoded in another way than before, such as compressed.',
  why: 'The broker passes the bytes on as they are, and a consumer of before cannot decode them.',
  mirror: { rule: 'content-encoding-changed' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      const [before, now] = [encodingOf(base), encodingOf(head)]
      if (before === now) continue
      yield {
        thing: messageThing(channel.head, head),
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'contentEncoding'),
        tree: 'head',
        message: `Message ${quote(head.name)} has the contentEncoding ${quote(now)} now and had ${quote(before)}.`,
        hit: [messageConsumers(context, { base, head })],
        ways: [
          { text: `Keep the contentEncoding ${quote(before)}.` },
          {
            text: 'Let every consumer decode both first, by the property of the message, then change the publishers.',
          },
        ],
      }
    }
  },
}

/** Text in UTF-8 where nothing else is said, which is what the body of JSON is anyway. */
function encodingOf(message: Message): string {
  const value = bindingMember(message, 'amqp', 'contentEncoding')
  const stated = typeof value === 'string' ? value.toLowerCase() : 'utf-8'
  return stated === 'identity' || stated === 'utf8' ? 'utf-8' : stated
}
