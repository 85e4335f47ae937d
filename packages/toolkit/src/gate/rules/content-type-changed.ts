import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const contentTypeChanged: ContractRule = {
  id: 'content-type-changed',
  verdict: 'breaking',
  summary: 'A message has another content type than before.',
  why: 'A consumer of before cannot decode what is sent from now on, and one of now not what still waits.',
  mirror: { rule: 'content-type-changed' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      const [before, now] = [mediaType(base.contentType), mediaType(head.contentType)]
      if (before === now) continue
      const isJson = [before, now].every((type) => /^application\/(?:[^/]+\+)?json$/.test(type))
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `Message ${quote(head.name)} is sent as ${quote(head.contentType)} now and was as ${quote(base.contentType)}.`,
        hit: [messageConsumers(context, { base, head })],
        ...(isJson ? STILL_JSON : {}),
        ways: [
          { text: `Keep ${quote(base.contentType)}.` },
          {
            text: 'Add the new form as a message beside it, and remove the old one when every consumer takes the new one.',
          },
        ],
      }
    }
  },
}

const STILL_JSON = {
  verdict: 'risky',
  why: 'Both are JSON, but a consumer that looks at the content type may refuse the one that it does not know.',
} as const

/** Type and subtype; what follows says nothing that JSON or the like depends on (RFC 8259, 11). */
function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}
