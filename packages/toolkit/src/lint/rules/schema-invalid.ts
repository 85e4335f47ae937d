import type { Rule } from '../rule.ts'
import { schemaProblems } from '../schemas/schema-problems.ts'

export const schemaInvalid: Rule = {
  id: 'schema-invalid',
  severity: 'error',
  summary:
    'A schema has a keyword that JSON Schema does not know, a keyword with a value of the wrong form, a regular expression ' +
    'that is none, or a property name that generated code cannot hold.',
  why: 'What the schema was meant to say holds nowhere: an unknown keyword allows everything.',
  check: (context) =>
    schemaProblems(context).map(({ node, message, fix }) => ({
      at: node,
      message: message.replace(/\.$/, ''),
      fix,
    })),
}
