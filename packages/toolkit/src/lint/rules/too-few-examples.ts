import type { Rule } from '../rule.ts'

const enough = 2

export const tooFewExamples: Rule = {
  id: 'too-few-examples',
  severity: 'warning',
  summary: 'A version has fewer than two examples.',
  why: 'Examples are what people read first and what tests send; a single one does not show what may be left out.',
  *check({ catalog }) {
    for (const { versions } of catalog.subjects)
      for (const { id, schema, examples } of versions)
        if (examples.length < enough)
          yield {
            at: schema,
            message: `${id} has ${examples.length === 0 ? 'no examples' : 'one example'}`,
            fix: 'Add "examples": one with everything, one with the required properties only.',
          }
  },
}
