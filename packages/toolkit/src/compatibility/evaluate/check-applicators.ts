import type { Json } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Evaluation } from './evaluation.ts'
import type { Marks } from './marks.ts'

/** The keywords that apply schemas to the same value: references, logic and conditions (2020-12 Core, 8.2.3 and 10.2). */
export function checkApplicators(
  evaluation: Evaluation,
  node: SchemaNode,
  value: Json,
  marks: Marks | undefined,
): boolean {
  const holds = (schema: SchemaNode): boolean => evaluation.apply(evaluation, schema, value, marks)
  if (node.ref !== undefined && !holds(node.ref)) return false
  if (node.dynamicRef !== undefined && !holds(node.dynamicRef)) return false
  if (node.allOf !== undefined && !node.allOf.every(holds)) return false
  if (node.anyOf !== undefined && !holdsAny(node.anyOf, holds, marks)) return false
  if (node.oneOf !== undefined && !holdsOne(node.oneOf, holds)) return false
  if (node.not !== undefined && evaluation.apply(evaluation, node.not, value)) return false
  if (node.if !== undefined) {
    const next = holds(node.if) ? node.then : node.else
    if (next !== undefined && !holds(next)) return false
  }
  if (node.dependentSchemas === undefined || !isObject(value)) return true
  return [...node.dependentSchemas].every(([name, schema]) => !Object.hasOwn(value, name) || holds(schema))
}

type Holds = (schema: SchemaNode) => boolean

/** Every branch that holds evaluates something, so with marks none may be left out. */
function holdsAny(branches: readonly SchemaNode[], holds: Holds, marks: Marks | undefined): boolean {
  return marks === undefined ? branches.some(holds) : branches.filter(holds).length > 0
}

function holdsOne(branches: readonly SchemaNode[], holds: Holds): boolean {
  let count = 0
  for (const branch of branches) if (holds(branch) && ++count > 1) return false
  return count === 1
}
