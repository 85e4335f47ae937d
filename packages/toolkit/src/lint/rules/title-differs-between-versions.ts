import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'

export const titleDiffersBetweenVersions: Rule = {
  id: 'title-differs-between-versions',
  severity: 'error',
  summary: 'A version has another `title` than the first version of its subject.',
  why: 'The generated type is named for the title, so moving to the version renames it in all code that uses it.',
  *check({ catalog }) {
    for (const { name, versions } of catalog.subjects) {
      const first = versions.find(({ title }) => title !== undefined)
      if (first?.title === undefined) continue
      for (const { title, version, schema } of versions) {
        if (title === first.title) continue
        yield {
          at: { file: schema.file, pointer: title === undefined ? '' : '/title' },
          message:
            title === undefined
              ? `Version ${version} of ${name} has no title, ${first.version} is titled ${quote(first.title)}`
              : `Version ${version} of ${name} is titled ${quote(title)}, ${first.version} is titled ${quote(first.title)}`,
          fix: `Title it ${quote(first.title)}.`,
        }
      }
    }
  },
}
