import { checkSchema } from '../../schema/check-schema.ts'
import type { Rule } from '../rule.ts'
import { reachedSchemas } from '../schemas/reached-schemas.ts'

export const schemaInvalid: Rule = {
  id: 'schema-invalid',
  severity: 'error',
  summary:
    'A schema has a keyword that JSON Schema does not know, a keyword with a value of the wrong form, a regular expression ' +
    'that is none, or a property name that generated code cannot hold.',
  why: 'What the schema was meant to say holds nowhere: an unknown keyword allows everything.',
  *check({ catalog }) {
    for (const { node, isDefinition } of reachedSchemas(catalog)) {
      if (!isDefinition) continue
      for (const problem of checkSchema(node))
        yield { at: problem.node, message: problem.message.replace(/\.$/, ''), fix: problem.fix }
    }
  },
}
