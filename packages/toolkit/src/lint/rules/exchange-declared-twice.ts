import { conflicts } from '../flow/conflicts.ts'
import type { Rule } from '../rule.ts'

export const exchangeDeclaredTwice: Rule = {
  id: 'exchange-declared-twice',
  severity: 'error',
  summary: 'Two channels declare an exchange of the same name with different properties.',
  why: 'The broker refuses the second declaration (406 PRECONDITION_FAILED), and the application does not start.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const declarations = system.channels.flatMap(({ amqp, node }) => {
        if (amqp?.is !== 'routingKey') return []
        const { name, vhost, ...properties } = amqp.exchange
        return [{ name, vhost, properties, at: node }]
      })
      yield* conflicts('Exchange', declarations)
    }
  },
}
