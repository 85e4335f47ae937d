import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { messagePairs } from '../message-pairs.ts'
import { messageThing } from '../things.ts'

export const messageRenamed: ContractRule = {
  id: 'message-renamed',
  verdict: 'risky',
  summary: 'A message has another name and says by the same type what it is.',
  why: 'Nothing changes on the wire, but generated code is named for it: an application compiles only after it uses the new name.',
  mirror: { rule: 'message-renamed' },
  *check(context) {
    for (const { channel, base, head } of messagePairs(context)) {
      if (base.name === head.name || base.type !== head.type) continue
      yield {
        thing: messageThing(channel.head, head),
        at: head.node,
        tree: 'head',
        message: `Message ${quote(head.name)} was called ${quote(base.name)}.`,
        hit: [messageConsumers(context, { base, head }), messagePublishers(context, { base, head })],
        ways: [
          { text: `Keep the name ${quote(base.name)} and change the title.` },
          { text: 'Generate the code again and use the new name; old and new may run side by side.' },
        ],
      }
    }
  },
}
