import { quote } from '../../lint/quote.ts'
import type { Operation } from '../../model/catalog.ts'
import { bindingMember } from '../../model/binding-member.ts'
import type { ContractRule } from '../contract-rule.ts'
import { channelConsumers } from '../hits.ts'
import { nearestTo } from '../nearest-to.ts'
import { operationPairs } from '../operation-pairs.ts'

export const expirationShortened: ContractRule = {
  id: 'expiration-shortened',
  verdict: 'risky',
  summary: 'An application sends messages to RabbitMQ that expire sooner than before.',
  why: 'A consumer that was away for longer than that does not get what expired meanwhile.',
  mirror: { none: 'A message that waits for longer is lost to nobody.' },
  *check(context) {
    for (const { base, head, thing } of operationPairs(context, 'send')) {
      const [before, now] = [expirationOf(base), expirationOf(head)]
      if (now >= before) continue
      yield {
        thing,
        at: nearestTo(context.head, head.node, 'bindings', 'amqp', 'expiration'),
        tree: 'head',
        message: `Operation ${quote(head.name)} sends messages that expire after ${now} ms now and ${before === Infinity ? 'did not expire' : `did after ${before} ms`}.`,
        hit: [channelConsumers(context, { base: base.channel, head: head.channel })],
        ways: [
          { text: before === Infinity ? 'Leave the expiration away.' : `Keep ${before} ms.` },
          { text: 'Give the queues a dead-letter exchange, so that what expires is kept.' },
        ],
      }
    }
  },
}

/** In milliseconds; without one, a message waits for as long as its queue lets it. */
function expirationOf(operation: Operation): number {
  const value = bindingMember(operation, 'amqp', 'expiration')
  return typeof value === 'number' ? value : Infinity
}
