import { formats } from '@concordat/formats'
import { child } from '../../model/node.ts'
import { quote } from '../quote.ts'
import type { Rule } from '../rule.ts'
import { reachedSchemas } from '../schemas/reached-schemas.ts'

/** Names from JSON Schema and OpenAPI that describe a value and that nothing checks. */
const described: ReadonlySet<string> = new Set(
  'int32 int64 float double decimal binary byte password idn-email idn-hostname iri iri-reference uri-template'.split(
    ' ',
  ),
)

export const unknownFormat: Rule = {
  id: 'unknown-format',
  severity: 'warning',
  summary: 'A schema has a `format` that neither JSON Schema nor OpenAPI knows.',
  why: 'An unknown format allows everything, so a misspelt one is not checked anywhere.',
  *check(context) {
    for (const { node } of reachedSchemas(context)) {
      const format = child(node, 'format')
      if (typeof format?.value !== 'string') continue
      if (Object.hasOwn(formats, format.value) || described.has(format.value)) continue
      yield {
        at: format,
        message: `There is no format ${quote(format.value)}`,
        fix: `Correct it to one of ${Object.keys(formats).join(', ')}, or describe the form with "pattern".`,
      }
    }
  },
}
