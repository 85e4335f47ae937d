import { formats } from '@concordat/formats'
import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { BudgetExceeded } from '../budget.ts'
import type { SchemaNode, TypeName } from '../graph/schema-node.ts'
import { countCodePoints } from './count-code-points.ts'
import { isMultipleOf } from './decimal.ts'
import type { Evaluation } from './evaluation.ts'
import { isListed } from './is-listed.ts'
import { sameJson } from './same-json.ts'

/** The assertions about a value as a whole, about numbers and about strings (2020-12 Validation, 6.1 to 6.3). */
export function checkAssertions(evaluation: Evaluation, node: SchemaNode, value: Json): boolean {
  if (node.type !== undefined && !node.type.some((type) => hasType(value, type))) return false
  if (node.const !== undefined && !sameJson(node.const, value)) return false
  if (node.enum !== undefined && !isListed(value, node.enum, evaluation.budget)) return false
  if (typeof value === 'number') return checkNumber(node, value)
  return typeof value !== 'string' || checkString(evaluation, node, value)
}

/** A number with a fraction of zero is an integer; JavaScript cannot tell `1.0` from `1`, which matters to no later draft than 4. */
function hasType(value: Json, type: TypeName): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return isArray(value)
  if (type === 'object') return isObject(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

function checkNumber(node: SchemaNode, value: number): boolean {
  return (
    value >= (node.minimum ?? -Infinity) &&
    value <= (node.maximum ?? Infinity) &&
    value > (node.exclusiveMinimum ?? -Infinity) &&
    value < (node.exclusiveMaximum ?? Infinity) &&
    (node.multipleOf === undefined || isMultipleOf(value, node.multipleOf))
  )
}

function checkString(evaluation: Evaluation, node: SchemaNode, value: string): boolean {
  const { minLength, maxLength, pattern, format } = node
  if (minLength !== undefined && countCodePoints(value) < minLength) return false
  if (maxLength !== undefined && countCodePoints(value) > maxLength) return false
  if (format !== undefined && formats[format]?.(value) === false) return false
  return pattern === undefined || isMatch(evaluation, node, pattern, value)
}

function isMatch({ matches }: Evaluation, { at }: SchemaNode, pattern: string, value: string): boolean {
  try {
    return matches(pattern, value)
  } catch (error) {
    throw error instanceof BudgetExceeded
      ? new BudgetExceeded(error.message, { keyword: 'pattern', at })
      : error
  }
}
