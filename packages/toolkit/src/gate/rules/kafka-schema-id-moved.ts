import { quote } from '../../lint/quote.ts'
import type { Message } from '../../model/catalog.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { nearestTo } from '../nearest-to.ts'
import { messageThing } from '../things.ts'

const MEMBERS = ['schemaIdLocation', 'schemaIdPayloadEncoding', 'schemaLookupStrategy'] as const

export const kafkaSchemaIdMoved: ContractRule = {
  id: 'kafka-schema-id-moved',
  verdict: 'breaking',
  summary:
    'The id of the schema stands at another place of a Kafka record, or is written or looked up in another way.',
  why: 'A consumer takes the wrong bytes for the id of the schema and cannot decode the record.',
  mirror: { rule: 'kafka-schema-id-moved' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      for (const member of MEMBERS) {
        const [before, now] = [stated(base, member), stated(head, member)]
        if (before === now) continue
        yield {
          thing: messageThing(channel.head, head),
          at: nearestTo(context.head, head.node, 'bindings', 'kafka', member),
          tree: 'head',
          key: member,
          message: `Message ${quote(head.name)} has ${now} now and had ${before}.`,
          hit: [messageConsumers(context, { base, head })],
          ways: [
            { text: `Keep ${before}.` },
            { text: 'Send the new form to a topic of its own and move the consumers to it.' },
          ],
        }
      }
    }
  },
}

function stated(message: Message, member: string): string {
  const value = bindingMember(message, 'kafka', member)
  return typeof value === 'string' ? `the ${member} ${quote(value)}` : `no ${member}`
}
