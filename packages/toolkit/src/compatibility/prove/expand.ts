import type { SchemaNode } from '../graph/schema-node.ts'
import { expandParts, negateParts } from './expand-parts.ts'
import { haveDistinctTags } from './have-distinct-tags.ts'
import type { Disjunction, JsonType, Literal, SchemaLiteral } from './literal.ts'

/** What a schema literal asks of a value of one type. */
export interface Expansion {
  /** All of them hold. */
  readonly all: readonly Literal[]
  /** Of each, one alternative holds. */
  readonly any: readonly Disjunction[]
}

export interface ExpandContext {
  readonly type: JsonType
  readonly literal: (node: SchemaNode) => SchemaLiteral
  /** Whether two schemas are proved to have no value in common. */
  readonly areDisjoint: (a: SchemaNode, b: SchemaNode) => boolean
  /** Notes that a keyword was left out of the proof. */
  readonly skip: (keyword: string, node: SchemaNode) => void
  /** Whether a pattern is known to be regular, so that rules can use it. */
  readonly isRegular: (pattern: string) => boolean
}

const IMPOSSIBLE: Expansion = { all: [], any: [[]] }
const NOTHING: Expansion = { all: [], any: [] }

/** A schema that holds. `enum` and `const` are left to the caller, who knows the candidates. */
export function expand(node: SchemaNode, context: ExpandContext): Expansion {
  if (node.boolean !== undefined) return node.boolean ? NOTHING : IMPOSSIBLE
  const { literal, type } = context
  const all: Literal[] = []
  const any: Disjunction[] = []
  const target = node.ref === undefined ? [] : [node.ref]
  if (node.dynamicRef !== undefined) target.push(node.dynamicRef)
  all.push(...target.map(literal))
  if (node.type !== undefined && !node.type.includes(type)) {
    if (type !== 'number' || !node.type.includes('integer')) return IMPOSSIBLE
    all.push({ kind: 'multiple', of: 1, holds: true })
  }
  if (node.allOf !== undefined) all.push(...node.allOf.map(literal))
  if (node.anyOf !== undefined) any.push(node.anyOf.map((branch) => [literal(branch)]))
  if (node.oneOf !== undefined) any.push(exactlyOne(node.oneOf, context))
  if (node.not !== undefined) all.push(-literal(node.not))
  if (node.if !== undefined) {
    const test = literal(node.if)
    any.push([
      [test, ...(node.then === undefined ? [] : [literal(node.then)])],
      [-test, ...(node.else === undefined ? [] : [literal(node.else)])],
    ])
  }
  const parts = expandParts(node, context)
  return { all: [...all, ...parts.all], any: [...any, ...parts.any] }
}

function exactlyOne(branches: readonly SchemaNode[], { literal, areDisjoint }: ExpandContext): Disjunction {
  if (haveDistinctTags(branches)) return branches.map((branch) => [literal(branch)])
  return branches.map((branch) => [
    literal(branch),
    ...branches
      .filter((other) => other !== branch && !areDisjoint(branch, other))
      .map((other) => -literal(other)),
  ])
}

/** A schema that does not hold: one of its keywords does not. */
export function expandNegation(node: SchemaNode, context: ExpandContext): Expansion {
  if (node.boolean !== undefined) return node.boolean ? IMPOSSIBLE : NOTHING
  const { literal, type } = context
  const alternatives: (readonly Literal[])[] = []
  if (node.ref !== undefined) alternatives.push([-literal(node.ref)])
  if (node.dynamicRef !== undefined) alternatives.push([-literal(node.dynamicRef)])
  if (node.type !== undefined && !node.type.includes(type)) {
    if (type !== 'number' || !node.type.includes('integer')) return NOTHING
    alternatives.push([{ kind: 'multiple', of: 1, holds: false }])
  }
  if (node.enum !== undefined || node.const !== undefined) alternatives.push([])
  for (const branch of node.allOf ?? []) alternatives.push([-literal(branch)])
  if (node.anyOf !== undefined) alternatives.push(node.anyOf.map((branch) => -literal(branch)))
  if (node.oneOf !== undefined) alternatives.push(...notExactlyOne(node.oneOf, context))
  if (node.not !== undefined) alternatives.push([literal(node.not)])
  if (node.if !== undefined) {
    const test = literal(node.if)
    if (node.then !== undefined) alternatives.push([test, -literal(node.then)])
    if (node.else !== undefined) alternatives.push([-test, -literal(node.else)])
  }
  alternatives.push(...negateParts(node, context))
  return { all: [], any: [alternatives] }
}

function notExactlyOne(branches: readonly SchemaNode[], context: ExpandContext): Disjunction {
  const { literal, areDisjoint } = context
  const found: (readonly Literal[])[] = [branches.map((branch) => -literal(branch))]
  if (haveDistinctTags(branches)) return found
  for (const [index, branch] of branches.entries())
    for (const other of branches.slice(index + 1))
      if (!areDisjoint(branch, other)) found.push([literal(branch), literal(other)])
  return found
}
