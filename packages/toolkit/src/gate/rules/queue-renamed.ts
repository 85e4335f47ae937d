import { quote } from '../../lint/quote.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { kept } from '../sides.ts'
import { channelThing } from '../things.ts'
import { shellWord } from '../ways.ts'

export const queueRenamed: ContractRule = {
  id: 'queue-renamed',
  verdict: 'breaking',
  summary: 'A channel stands for another queue than before.',
  why: 'What waits in the old queue is not consumed any more, and because its bindings stay on the broker, it goes on filling up.',
  mirror: { rule: 'queue-renamed' },
  *check(context) {
    for (const channel of kept(context.pairs.channels)) {
      const { base, head } = channel
      if (base.amqp?.is !== 'queue' || head.amqp?.is !== 'queue') continue
      const [before, now] = [base.amqp.queue.name, head.amqp.queue.name]
      if (before === now) continue
      yield {
        thing: channelThing(head),
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'queue', 'name'),
        tree: 'head',
        message: `Channel ${quote(head.name)} is the queue ${quote(now)} now and was ${quote(before)}.`,
        hit: [channelConsumers(context, channel)],
        ways: [
          { text: `Keep the queue ${quote(before)}; the channel's key may still change.` },
          {
            text: `Declare ${quote(now)} beside it, let the consumers take both, unbind ${quote(before)}, and delete it when it is empty.`,
            command: `rabbitmqctl delete_queue --if-empty ${shellWord(before)}`,
          },
        ],
      }
    }
  },
}
