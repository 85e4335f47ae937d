import { conflicts } from '../flow/conflicts.ts'
import { queueChannels } from '../flow/queues.ts'
import { resolvedChild } from '../schemas/resolved-child.ts'
import type { Rule } from '../rule.ts'

export const queueDeclaredTwice: Rule = {
  id: 'queue-declared-twice',
  severity: 'error',
  summary: 'Two channels declare a queue of the same name with different properties.',
  why: 'The broker refuses the second declaration (406 PRECONDITION_FAILED), and the application does not start.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const declarations = queueChannels(system).flatMap(({ channel: { node }, queue }) => {
        const { name, vhost, ...properties } = queue
        const isStated = resolvedChild(catalog, node, 'bindings', 'amqp', 'queue') !== undefined
        return isStated ? [{ name, vhost, properties, at: node }] : []
      })
      yield* conflicts('Queue', declarations)
    }
  },
}
