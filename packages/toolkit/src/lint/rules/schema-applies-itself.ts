import { nodeId } from '../../model/node.ts'
import { quoteList } from '../quote.ts'
import type { Rule } from '../rule.ts'
import { endlessSchemas } from '../schemas/endless-schemas.ts'

export const schemaAppliesItself: Rule = {
  id: 'schema-applies-itself',
  severity: 'error',
  summary:
    'A schema refers to itself through `allOf`, `anyOf`, `oneOf`, `if`, `not` or the like, for the same value. ' +
    'Referring to itself for a property or an item is fine.',
  why: 'Checking a message never ends: publisher and consumer fail on every message.',
  *check(context) {
    for (const circle of endlessSchemas(context)) {
      const last = circle.at(-1)
      if (last === undefined) continue
      yield {
        at: last,
        message: `The schema applies itself again: ${quoteList(circle.map(nodeId), 6)}`,
        fix: 'Take the reference out, or move it to the property or item that it is meant for.',
      }
    }
  },
}
