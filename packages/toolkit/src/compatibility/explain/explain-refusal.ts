import type { Json, JsonObject } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { joinPointer, pointerTokens } from '../../model/pointer.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { matchPattern } from '../evaluate/match-pattern.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import { closestBranch } from './closest-branch.ts'
import { type Probe, probes } from './probes.ts'

/** The one keyword at which a value fails first. */
export interface Refusal {
  /** As 2020-12 spells it; `false` for a schema that allows nothing. */
  readonly keyword: string
  /** JSON Pointer of the schema in which the keyword stands. */
  readonly at: string
  /** The keywords and keys on the way there from the root, through references as if they were written out. */
  readonly way: readonly string[]
  /** JSON Pointer into the value. */
  readonly instancePath: string
  /** The property that is missing or must not be there. */
  readonly property: string | undefined
}

/**
 * Where a value fails that a schema refuses: down through references, properties and items to an assertion, or to the
 * union none of whose branches is meant more than the others. Undefined where no single keyword is to blame.
 * @throws BudgetExceeded as `evaluate` does
 */
export function explainRefusal(schema: SchemaNode, value: Json): Refusal | undefined {
  return explain({ schema, value, instancePath: '', way: [] })
}

/** A schema on the way down and the part of the value that it is about. */
interface Step {
  readonly schema: SchemaNode
  readonly value: Json
  readonly instancePath: string
  readonly way: readonly string[]
}

function explain(step: Step, depth = 0): Refusal | undefined {
  const { schema, value } = step
  if (schema.boolean === false) return refusalAt(step, 'false')
  if (depth > MOST_STEPS_DOWN) return undefined
  const failed = probes(schema).find(({ alone }) => !evaluate(alone, value))
  if (failed === undefined) return undefined
  const { keyword } = failed
  const part = partThatFails(schema, failed, value)
  if (part === undefined) return refusalAt(step, keyword, propertyAtFault(schema, keyword, value))
  const next = stepInto(part, step, keyword)
  if (part.schema.boolean === false && part.key !== undefined) {
    const at = part.isDeclared === true ? next : step
    return { ...refusalAt(at, keyword, part.key), instancePath: step.instancePath }
  }
  return explain(next, depth + 1) ?? refusalAt(step, keyword)
}

function refusalAt({ schema, instancePath, way }: Step, keyword: string, property?: string): Refusal {
  return { keyword, at: schema.at, way, instancePath, property }
}

function stepInto({ schema, value, key }: Part, from: Step, keyword: string): Step {
  const below = keyword === '$ref' ? [] : pointerTokens(schema.at.slice(from.schema.at.length))
  return {
    schema,
    value,
    instancePath: key === undefined ? from.instancePath : joinPointer(from.instancePath, key),
    way: [...from.way, ...(below ?? [])],
  }
}

const MOST_STEPS_DOWN = 500

/** A subschema that fails, on the value itself or on the part of it under a key. */
interface Part {
  readonly schema: SchemaNode
  readonly value: Json
  readonly key?: string
  /** Whether the schema stands for this key alone. */
  readonly isDeclared?: boolean
}

function partThatFails(schema: SchemaNode, { keyword }: Probe, value: Json): Part | undefined {
  const first = (branches: readonly SchemaNode[]): Part | undefined => {
    const failing = branches.find((branch) => !evaluate(branch, value))
    return failing && { schema: failing, value }
  }
  switch (keyword) {
    case '$ref':
      return schema.ref && { schema: schema.ref, value }
    case 'allOf':
      return first(schema.allOf ?? [])
    case 'anyOf':
    case 'oneOf':
      return branchMeant(schema, keyword, value)
    case 'if':
      return first([schema.then, schema.else].filter((branch) => branch !== undefined))
    case 'dependentSchemas':
      return first(
        [...(schema.dependentSchemas ?? [])].flatMap(([name, branch]) => isIn(value, name, branch)),
      )
    case 'properties':
      return isObject(value) ? memberThatFails(schema, value) : undefined
    case 'items':
      return isArray(value) ? itemThatFails(schema, value) : undefined
    default:
      return undefined
  }
}

function branchMeant(schema: SchemaNode, keyword: 'anyOf' | 'oneOf', value: Json): Part | undefined {
  const branches = schema[keyword] ?? []
  // A `oneOf` that fails because several branches hold is at fault itself.
  if (branches.some((branch) => evaluate(branch, value))) return undefined
  const meant = closestBranch(branches, value)
  return meant && { schema: meant, value }
}

function isIn(value: Json, name: string, branch: SchemaNode): readonly SchemaNode[] {
  return isObject(value) && Object.hasOwn(value, name) ? [branch] : []
}

function memberThatFails(schema: SchemaNode, value: JsonObject): Part | undefined {
  for (const [key, member] of Object.entries(value)) {
    const declared = schema.properties?.get(key)
    const matching = [...(schema.patternProperties ?? [])]
      .filter(([pattern]) => matchPattern(pattern, key))
      .map(([, matched]) => matched)
    const applied = declared === undefined ? matching : [declared, ...matching]
    const others =
      applied.length === 0 && schema.additionalProperties ? [schema.additionalProperties] : applied
    const failing = others.find((candidate) => !evaluate(candidate, member))
    if (failing !== undefined)
      return { schema: failing, value: member, key, isDeclared: failing === declared }
  }
  return undefined
}

function itemThatFails(schema: SchemaNode, value: readonly Json[]): Part | undefined {
  for (const [index, item] of value.entries()) {
    const positioned = schema.prefixItems?.[index]
    const applied = positioned ?? schema.items
    if (applied !== undefined && !evaluate(applied, item))
      return { schema: applied, value: item, key: `${index}`, isDeclared: positioned !== undefined }
  }
  return undefined
}

/** The name that a keyword over names complains of. */
function propertyAtFault(schema: SchemaNode, keyword: string, value: Json): string | undefined {
  if (!isObject(value)) return undefined
  const names = Object.keys(value)
  const missing = (needed: readonly string[]): string | undefined =>
    needed.find((name) => !Object.hasOwn(value, name))
  if (keyword === 'required') return missing(schema.required ?? [])
  if (keyword === 'dependentRequired') {
    const needing = [...(schema.dependentRequired ?? [])].filter(([name]) => Object.hasOwn(value, name))
    return missing(needing.flatMap(([, needed]) => needed))
  }
  const { propertyNames } = schema
  return keyword === 'propertyNames' && propertyNames !== undefined
    ? names.find((name) => !evaluate(propertyNames, name))
    : undefined
}
