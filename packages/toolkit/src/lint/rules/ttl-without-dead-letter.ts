import { amqpFlow } from '../flow/amqp-flow.ts'
import { deadLetterTarget, queueChannels } from '../flow/queues.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const ttlWithoutDeadLetter: Rule = {
  id: 'ttl-without-dead-letter',
  severity: 'warning',
  summary:
    'A durable queue has a time to live and no dead-letter exchange, and it is no dead-letter queue itself.',
  why: 'A message that waits too long, because a consumer is down, is dropped without a trace.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const { arrivals } = amqpFlow(system)
      for (const { channel, queue } of queueChannels(system)) {
        const ttl = queue.arguments['x-message-ttl']
        const isLasting = queue.durable && !queue.exclusive && !queue.autoDelete
        if (ttl === undefined || !isLasting || deadLetterTarget(queue) !== undefined) continue
        if ((arrivals.get(queue.name) ?? []).every(({ isDeadLetter }) => isDeadLetter)) continue
        yield {
          at: channel.node,
          message: `Queue ${quote(queue.name)} drops messages after ${ttl} ms`,
          fix: 'Give it an "x-dead-letter-exchange", or take "x-message-ttl" away.',
        }
      }
    }
  },
}
