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
    Object.entries(value).every((member) => checkMember(evaluation, node, member, marks)) &&
    checkUnevaluated(evaluation, node, value, marks)
  )
}

function hasAll(value: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(value, name))
}

function checkMember(
  evaluation: Evaluation,
  node: SchemaNode,
  [name, member]: readonly [string, Json],
  marks: Marks | undefined,
): boolean {
  const schemas: SchemaNode[] = []
  const declared = node.properties?.get(name)
  if (declared !== undefined) schemas.push(declared)
  for (const [pattern, schema] of node.patternProperties ?? [])
    if (evaluation.matches(pattern, name)) schemas.push(schema)
  if (schemas.length === 0 && node.additionalProperties !== undefined) schemas.push(node.additionalProperties)
  if (schemas.length > 0) marks?.names.add(name)
  return schemas.every((schema) => evaluation.apply(evaluation, schema, member))
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
