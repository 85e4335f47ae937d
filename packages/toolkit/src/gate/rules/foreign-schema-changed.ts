import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { JSON_SCHEMA, schemaLanguage } from '../schema-language.ts'
import { sameJson } from '../../compatibility/evaluate/same-json.ts'
import { kept } from '../sides.ts'
import { messageThing } from '../things.ts'

export const foreignSchemaChanged: ContractRule = {
  id: 'foreign-schema-changed',
  verdict: 'undecided',
  summary: 'A payload changed that is described in another language than JSON Schema.',
  why: 'Concordat does not know the rules of that language, so nothing shows that consumers and publishers still understand each other.',
  mirror: { rule: 'foreign-schema-changed' },
  *check(context) {
    for (const { channel, base, head } of kept(context.pairs.messages)) {
      const language = schemaLanguage(head)
      if (language === JSON_SCHEMA || language !== schemaLanguage(base)) continue
      if (sameJson(base.payload?.value ?? null, head.payload?.value ?? null)) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.payload ?? head.node,
        tree: 'head',
        message: `The payload of message ${quote(head.name)}, in ${quote(language)}, is not what it was`,
        hit: [messageConsumers(context, { base, head }), messagePublishers(context, { base, head })],
        ways: [
          { text: 'Check it with the tools of that language, and accept the finding with what they say.' },
          { text: 'Describe the payload by JSON Schema.' },
        ],
      }
    }
  },
}
