import { amqpFlow } from '../flow/amqp-flow.ts'
import { couldBe } from '../flow/could-be.ts'
import { receivingsFromQueue } from '../flow/consumers.ts'
import { queueChannels } from '../flow/queues.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const queueMessageUndeclared: Rule = {
  id: 'queue-message-undeclared',
  severity: 'error',
  summary:
    'The bindings of a queue bring a message that its channel does not list. ' +
    'A channel without messages and without receivers says nothing and is left alone.',
  why: 'The consumer gets messages that it has no handler for, and dead-letters each of them.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const { arrivals } = amqpFlow(system)
      for (const { channel, queue } of queueChannels(system)) {
        const listed = channel.messages
        if (listed.length === 0 && receivingsFromQueue(system, queue.name).length === 0) continue
        const arrived = new Map(
          (arrivals.get(queue.name) ?? []).map((arrival) => [arrival.message.name, arrival]),
        )
        for (const [name, { message, routingKey }] of arrived) {
          if (listed.some((candidate) => couldBe(candidate, message))) continue
          yield {
            at: channel.node,
            message: `Queue ${quote(queue.name)} gets ${quote(name)} by key ${quote(routingKey)}, but its channel does not list it`,
            fix: 'Add it to the "messages" of the channel, or bind narrower.',
          }
        }
      }
    }
  },
}
