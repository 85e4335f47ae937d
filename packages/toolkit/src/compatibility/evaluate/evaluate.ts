import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { type Budget, BudgetExceeded, openBudget } from '../budget.ts'
import { placeOf } from '../graph/place-of.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import { matchSafely } from '../pattern/match-safely.ts'
import { openLanguages } from '../pattern/open-languages.ts'
import { checkApplicators } from './check-applicators.ts'
import { checkArray } from './check-array.ts'
import { checkAssertions } from './check-assertions.ts'
import { checkObject } from './check-object.ts'
import type { Evaluation } from './evaluation.ts'
import { addMarks, type Marks, newMarks } from './marks.ts'
import type { MatchPattern } from './match-pattern.ts'

export interface EvaluateOptions {
  /** Steps to take; a subschema on a value is one. */
  readonly budget?: Budget
  readonly matches?: MatchPattern
}

const STEPS = 1_000_000

/** Deeper than any message; shallow enough for the stack. */
const MAX_DEPTH = 1_000

/**
 * Whether a value is valid under a schema, exactly as its draft says: numbers are decimals, lengths count code points,
 * only own members are properties. The content keywords are annotations, and so is `format` unless the
 * schema was opened to assert it.
 * @throws BudgetExceeded for a schema or value that needs too many steps, recurses without end, or has a pattern that is
 * not safe to match
 */
export function evaluate(schema: SchemaNode, value: Json, options: EvaluateOptions = {}): boolean {
  const { budget = openBudget(STEPS), matches = matchSafely(() => openLanguages(budget)) } = options
  return apply({ budget, matches, depth: 0, apply }, schema, value)
}

function apply(evaluation: Evaluation, node: SchemaNode, value: Json, marks?: Marks): boolean {
  evaluation.budget.spend()
  if (node.boolean !== undefined) return node.boolean
  if (++evaluation.depth > MAX_DEPTH)
    throw new BudgetExceeded(`recurses more than ${MAX_DEPTH} schemas deep`, placeOf(node))
  const ownMarks = marks !== undefined || asksForMarks(node, value) ? newMarks() : undefined
  const isValid =
    checkAssertions(evaluation, node, value) &&
    checkApplicators(evaluation, node, value, ownMarks) &&
    (!isArray(value) || checkArray(evaluation, node, value, ownMarks)) &&
    (!isObject(value) || checkObject(evaluation, node, value, ownMarks))
  if (isValid && marks !== undefined && ownMarks !== undefined) addMarks(marks, ownMarks)
  evaluation.depth--
  return isValid
}

function asksForMarks(node: SchemaNode, value: Json): boolean {
  return isArray(value)
    ? node.unevaluatedItems !== undefined
    : isObject(value) && node.unevaluatedProperties !== undefined
}
