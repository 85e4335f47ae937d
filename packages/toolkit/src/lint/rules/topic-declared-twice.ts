import { conflicts } from '../flow/conflicts.ts'
import { resolvedChild } from '../schemas/resolved-child.ts'
import type { Rule } from '../rule.ts'

export const topicDeclaredTwice: Rule = {
  id: 'topic-declared-twice',
  severity: 'error',
  summary: 'Two channels with Kafka bindings declare a topic of the same name with different properties.',
  why: 'Whichever application starts first decides how the topic is partitioned and how long it keeps messages.',
  *check({ catalog }) {
    for (const system of catalog.systems) {
      const declarations = system.channels.flatMap(({ kafka, node }) => {
        if (kafka === undefined || resolvedChild(catalog, node, 'bindings', 'kafka') === undefined) return []
        const { topic, ...properties } = kafka
        return [{ name: topic, properties, at: node }]
      })
      yield* conflicts('Topic', declarations)
    }
  },
}
