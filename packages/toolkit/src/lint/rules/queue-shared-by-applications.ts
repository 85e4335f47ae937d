import { receivingsFromQueue } from '../flow/consumers.ts'
import { queueChannels } from '../flow/queues.ts'
import { quote, quoteList } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const queueSharedByApplications: Rule = {
  id: 'queue-shared-by-applications',
  severity: 'warning',
  summary: 'Two applications receive from one queue.',
  why: 'RabbitMQ gives each message to one of them, so each of the two misses what the other gets.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const queues = new Map(queueChannels(system).map(({ queue, channel }) => [queue.name, channel]))
      for (const [queue, channel] of queues) {
        const readers = receivingsFromQueue(system, queue).map(({ service }) => service.name)
        const names = [...new Set(readers)].toSorted()
        if (names.length < 2) continue
        yield {
          at: channel.node,
          message: `Queue ${quote(queue)} is read by ${quoteList(names)}`,
          fix: 'Give each application a queue of its own with the same bindings.',
        }
      }
    }
  },
}
