import type { Node } from '../../model/catalog.ts'
import { joinPointer } from '../../model/pointer.ts'
import type { SchemaChecker, SchemaFailure } from '../../schema/schema-checker.ts'
import { quote } from '../quote.ts'
import type { Violation } from '../rule.ts'

/**
 * Holds an example against its schema: an error where no consumer would take it, a warning where only the publisher
 * would refuse it, because it has something undeclared.
 *
 * @param side `read` for a schema that describes the value together with others
 */
export async function checkExample(
  checker: SchemaChecker,
  schema: Node,
  side: 'read' | 'write',
  example: Node,
): Promise<readonly Violation[]> {
  const failures = await checker.failures(schema, side, example.value)
  if (failures.length === 0) return []
  const refused = side === 'read' ? failures : await checker.failures(schema, 'read', example.value)
  return [
    refused.length > 0 ? toViolation(example, refused, 'error') : toViolation(example, failures, 'warning'),
  ]
}

/** Keywords that only repeat that something inside them failed. */
const wrappers: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'if', '$ref'])

function toViolation(
  example: Node,
  failures: readonly SchemaFailure[],
  severity: 'error' | 'warning',
): Violation {
  const telling = failures.filter(({ keyword }) => !wrappers.has(keyword))
  const [failure, ...others] = telling.length > 0 ? telling : failures
  if (failure === undefined) throw new Error('an example without failures is valid')
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  const where = failure.instancePath === '' ? '' : ` at ${quote(failure.instancePath)}`
  return {
    at: { file: example.file, pointer: example.pointer + placeIn(failure) },
    message: `The example does not fit its schema${where}: ${words(failure)}${more}`,
    fix:
      severity === 'error' ? 'Correct the example or the schema.' : 'Declare the property, or take it away.',
    severity,
  }
}

function words({ keyword, message, params }: SchemaFailure): string {
  if (keyword === 'additionalProperties')
    return `the property ${quote(String(params['additionalProperty']))} is not declared`
  if (keyword !== 'enum' || !Array.isArray(params['allowedValues'])) return message
  const allowed = params['allowedValues'].map((value) => JSON.stringify(value))
  const more = allowed.length > 5 ? ` or ${allowed.length - 5} more` : ''
  return allowed.length === 1
    ? `must be ${allowed[0]}`
    : `must be one of ${allowed.slice(0, 5).join(', ')}${more}`
}

function placeIn({ instancePath, keyword, params }: SchemaFailure): string {
  return keyword === 'additionalProperties'
    ? joinPointer(instancePath, String(params['additionalProperty']))
    : instancePath
}
