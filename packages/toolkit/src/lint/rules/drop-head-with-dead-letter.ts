import { queueChannels } from '../flow/queues.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const dropHeadWithDeadLetter: Rule = {
  id: 'drop-head-with-dead-letter',
  severity: 'error',
  summary:
    'A queue asks for at-least-once dead lettering, but does not overflow by `reject-publish` (`drop-head` is the default).',
  why: 'RabbitMQ then dead-letters at most once without a word: a dead letter that meets a broken connection is lost.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      for (const { channel, queue } of queueChannels(system)) {
        if (queue.arguments['x-dead-letter-strategy'] !== 'at-least-once') continue
        const overflow = queue.arguments['x-overflow'] ?? 'drop-head'
        if (overflow === 'reject-publish') continue
        yield {
          at: channel.node,
          message: `Queue ${quote(queue.name)} has "x-dead-letter-strategy: at-least-once" with "x-overflow: ${overflow}"`,
          fix: 'Set "x-overflow: reject-publish".',
        }
      }
    }
  },
}
