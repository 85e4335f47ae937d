import type { Json } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Evaluation } from './evaluation.ts'
import type { Marks } from './marks.ts'
import { sameJson } from './same-json.ts'

/** The keywords for arrays (2020-12 Core, 10.3.1 and 11.2; Validation, 6.4). */
export function checkArray(
  evaluation: Evaluation,
  node: SchemaNode,
  value: readonly Json[],
  marks: Marks | undefined,
): boolean {
  if (value.length < (node.minItems ?? 0) || value.length > (node.maxItems ?? Infinity)) return false
  if (node.uniqueItems === true && !isUnique(evaluation, value)) return false
  return (
    checkItems(evaluation, node, value, marks) &&
    checkContains(evaluation, node, value, marks) &&
    checkUnevaluated(evaluation, node, value, marks)
  )
}

function isUnique({ budget }: Evaluation, value: readonly Json[]): boolean {
  const scalars = new Set<Json>()
  const others: Json[] = []
  for (const item of value) {
    const isScalar = typeof item !== 'object' || item === null
    if (isScalar ? scalars.has(item) : others.some((earlier) => sameJson(earlier, item))) return false
    budget.spend(isScalar ? 0 : others.length >> 2)
    if (isScalar) scalars.add(item)
    else others.push(item)
  }
  return true
}

function checkItems(
  evaluation: Evaluation,
  { prefixItems = [], items }: SchemaNode,
  value: readonly Json[],
  marks: Marks | undefined,
): boolean {
  for (const [index, item] of value.entries()) {
    const schema = prefixItems[index] ?? items
    if (schema === undefined) return true
    if (!evaluation.apply(evaluation, schema, item)) return false
    marks?.items.add(index)
  }
  return true
}

/** Only since 2020-12 does `contains` evaluate the items that it finds. */
function checkContains(
  evaluation: Evaluation,
  { contains, minContains = 1, maxContains = Infinity, draft }: SchemaNode,
  value: readonly Json[],
  marks: Marks | undefined,
): boolean {
  if (contains === undefined) return true
  let count = 0
  for (const [index, item] of value.entries()) {
    if (!evaluation.apply(evaluation, contains, item)) continue
    count += 1
    if (draft === 2020) marks?.items.add(index)
  }
  return count >= minContains && count <= maxContains
}

function checkUnevaluated(
  evaluation: Evaluation,
  { unevaluatedItems }: SchemaNode,
  value: readonly Json[],
  marks: Marks | undefined,
): boolean {
  if (unevaluatedItems === undefined) return true
  for (const [index, item] of value.entries()) {
    if (marks?.items.has(index) === true) continue
    if (!evaluation.apply(evaluation, unevaluatedItems, item)) return false
    marks?.items.add(index)
  }
  return true
}
