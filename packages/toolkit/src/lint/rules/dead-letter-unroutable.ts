import type { System } from '../../model/catalog.ts'
import { deadLetterKeys } from '../flow/amqp-flow.ts'
import { isKnownExchange } from '../flow/bindings.ts'
import { deadLetterTarget, type QueueChannel, queueChannels } from '../flow/queues.ts'
import { queuesWithinReach } from '../flow/reach.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const deadLetterUnroutable: Rule = {
  id: 'dead-letter-unroutable',
  severity: 'error',
  summary:
    'A queue sends its dead letters to an exchange that is not declared, or by a key that leads to no queue.',
  why: 'The broker drops each message that expires or that a consumer gives up, without telling anybody.',
  *check({ catalog }) {
    for (const system of catalog.systems)
      for (const channel of queueChannels(system)) yield* unroutable(system, channel)
  },
}

function* unroutable(system: System, { channel, queue }: QueueChannel): Iterable<Violation> {
  const target = deadLetterTarget(queue)
  if (target === undefined) return
  const { exchange } = target
  const at = channel.node
  if (exchange !== '' && !isKnownExchange(system, exchange)) {
    yield {
      at,
      message: `Queue ${quote(queue.name)} sends its dead letters to exchange ${quote(exchange)}, which no channel declares`,
      fix: 'Declare the exchange in a channel with "is: routingKey", and bind a queue to it.',
    }
    return
  }
  const lost = deadLetterKeys(system, queue).find(
    (key) => queuesWithinReach(system, exchange, key).length === 0,
  )
  if (lost === undefined) return
  const how = target.routingKey === undefined ? 'under their own key, such as' : 'by key'
  yield {
    at,
    message: `Queue ${quote(queue.name)} sends its dead letters to exchange ${quote(exchange)} ${how} ${quote(lost)}, which leads to no queue`,
    fix: `Bind a queue to exchange ${quote(exchange)} by ${quote(lost)}, or change "x-dead-letter-routing-key" to a key that is bound.`,
  }
}
