import type { Json, JsonObject } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Evaluation } from './evaluation.ts'
import type { Marks } from './marks.ts'

/** The keywords for objects (2020-12 Core, 10.3.2 and 11.3; Validation, 6.5). */
export function checkObject(
  evaluation: Evaluation,
  node: SchemaNode,
  value: JsonObject,
  marks: Marks | undefined,
): boolean {
  const names = Object.keys(value)
  evaluation.budget.spend((names.length + (node.required?.length ?? 0)) >> 3)
  if (names.length < (node.minProperties ?? 0) || names.length > (node.maxProperties ?? Infinity))
    return false
  if (node.required !== undefined && !hasAll(value, node.required)) return false
  for (const [name, needed] of node.dependentRequired ?? [])
    if (Object.hasOwn(value, name) && !hasAll(value, needed)) return false
  const { propertyNames } = node
  if (
    propertyNames !== undefined &&
    !names.every((name) => evaluation.apply(evaluation, propertyNames, name))
  )
    return false
  return (
    names.every((name) => checkMember(evaluation, node, name, value[name] as Json, marks)) &&
    checkUnevaluated(evaluation, node, value, marks)
  )
}

function hasAll(value: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(value, name))
}

function checkMember(
  evaluation: Evaluation,
  node: SchemaNode,
  name: string,
  member: Json,
  marks: Marks | undefined,
): boolean {
  let isKnown = false
  const holds = (schema: SchemaNode): boolean => {
    isKnown = true
    return evaluation.apply(evaluation, schema, member)
  }
  const declared = node.properties?.get(name)
  if (declared !== undefined && !holds(declared)) return false
  evaluation.budget.spend(node.patternProperties?.size ?? 0)
  if (node.patternProperties !== undefined)
    for (const [pattern, schema] of node.patternProperties)
      if (evaluation.matches(pattern, name) && !holds(schema)) return false
  if (!isKnown && node.additionalProperties !== undefined && !holds(node.additionalProperties)) return false
  if (isKnown) marks?.names.add(name)
  return true
}

function checkUnevaluated(
  evaluation: Evaluation,
  { unevaluatedProperties }: SchemaNode,
  value: JsonObject,
  marks: Marks | undefined,
): boolean {
  if (unevaluatedProperties === undefined) return true
  for (const [name, member] of Object.entries(value)) {
    if (marks?.names.has(name) === true) continue
    if (!evaluation.apply(evaluation, unevaluatedProperties, member)) return false
    marks?.names.add(name)
  }
  return true
}
