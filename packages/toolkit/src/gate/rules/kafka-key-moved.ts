import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { messageConsumers, messagePublishers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { messageThing } from '../things.ts'

export const kafkaKeyMoved: ContractRule = {
  id: 'kafka-key-moved',
  verdict: 'breaking',
  summary: 'The key of a message on Kafka is another part of its data than before, or none.',
  why: 'Records that belong together go to other partitions than those that still wait, or to any: they are handled out of order, and on a compacted topic the old ones stay for good.',
  mirror: { rule: 'kafka-key-moved' },
  *check(context) {
    for (const { channel, base, head } of kept(context.pairs.messages)) {
      if (channel.head.kafka === undefined || base.key === undefined || base.key === head.key) continue
      yield {
        thing: messageThing(channel.head, head),
        at: nearestTo(context.head, head.node, 'x-key'),
        tree: 'head',
        message: `The key of message ${quote(head.name)} is ${keyText(head.key)} now and was ${keyText(base.key)}.`,
        hit: [messageConsumers(context, { base, head }), messagePublishers(context, { base, head })],
        ways: [
          { text: `Keep the key ${quote(base.key)}.` },
          {
            text: 'Send the message with the new key to a topic of its own, let the consumers read the old topic to its end, and then the new one.',
          },
        ],
      }
    }
  },
}

function keyText(pointer: string | undefined): string {
  return pointer === undefined ? 'none' : quote(pointer)
}
