import { quote } from '../../lint/quote.ts'
import type { Envelope } from '../../model/catalog.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const envelopeModeChanged: ContractRule = {
  id: 'envelope-mode-changed',
  verdict: 'breaking',
  summary:
    'The attributes of a message stand in another part of it than before: an envelope, the headers, or nowhere.',
  why: 'A consumer of before looks for the data and for the type where they are not any more, and one of now does so with what still waits.',
  mirror: { rule: 'envelope-mode-changed' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      if (base.envelope.mode === head.envelope.mode) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `Message ${quote(head.name)} has ${FORMS[head.envelope.mode]} now and had ${FORMS[base.envelope.mode]}.`,
        hit: [messageConsumers(context, { base, head }), messagePublishers(context, { base, head })],
        ways: [
          { text: `Keep ${FORMS[base.envelope.mode]}.` },
          {
            text: 'Add the new form as a message of its own on a channel of its own, let the consumers take both, move the publishers, and remove the old one.',
          },
        ],
      }
    }
  },
}

const FORMS: Readonly<Record<Envelope['mode'], string>> = {
  envelope: 'an envelope of its own around the data',
  structured: 'a CloudEvents envelope around the data',
  binary: 'its attributes in the headers',
  bare: 'no attributes',
}
