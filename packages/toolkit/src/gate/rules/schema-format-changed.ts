import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { schemaLanguage } from '../schema-language.ts'
import { kept } from '../sides.ts'
import { messageThing } from '../things.ts'

export const schemaFormatChanged: ContractRule = {
  id: 'schema-format-changed',
  verdict: 'breaking',
  summary: 'The payload of a message is described in another schema language than before.',
  why: 'Another language is another encoding on the wire, or another serializer: a consumer of before cannot read what is sent from now on.',
  mirror: { rule: 'schema-format-changed' },
  *check(context) {
    for (const { channel, base, head } of kept(context.pairs.messages)) {
      const [before, now] = [schemaLanguage(base), schemaLanguage(head)]
      if (before === now) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `The payload of message ${quote(head.name)} is described by ${quote(now)} now and was by ${quote(before)}`,
        hit: [messageConsumers(context, { base, head }), messagePublishers(context, { base, head })],
        ways: [
          { text: `Keep ${quote(before)}.` },
          {
            text: 'Add the new form as a message of its own, and remove the old one when every consumer takes it.',
          },
        ],
      }
    }
  },
}
