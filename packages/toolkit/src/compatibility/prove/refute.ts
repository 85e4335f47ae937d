import type { Json } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import { arrayIsEmpty } from './array-is-empty.ts'
import { expand, expandNegation } from './expand.ts'
import type { ExpandContext } from './expand.ts'
import type { Atom, Disjunction, Literal, SchemaLiteral } from './literal.ts'
import { numberDomain } from './number-domain.ts'
import { lacksMember, objectIsEmpty, objectShape, tooFewNames } from './object-is-empty.ts'
import type { ObjectShape } from './object-is-empty.ts'
import { sampleWord } from '../pattern/sample-word.ts'
import type { Prover } from './prover.ts'
import { shortestString, stringDomain } from './string-domain.ts'

export interface RefuteContext extends ExpandContext {
  /** Notes a schema that is looked into, or that a case is left over by which nothing refutes. */
  readonly look: (node: SchemaNode) => void
  readonly prover: Prover
  readonly nodeOf: (schema: SchemaLiteral) => SchemaNode
}

/** What is known to hold of a value, and what is still to be split into cases. */
interface Branch {
  readonly roots: readonly SchemaLiteral[]
  readonly holds: Set<SchemaLiteral>
  readonly atoms: Atom[]
  open: readonly Disjunction[]
}

/** True when it is proved that no value of the context's type satisfies all literals. */
export function isRefuted(
  literals: readonly SchemaLiteral[],
  atoms: readonly Atom[],
  context: RefuteContext,
): boolean {
  const branch: Branch = { roots: literals, holds: new Set(), atoms: [...atoms], open: [] }
  return closes(branch, literals, context)
}

/** Adds literals to a branch and looks whether that makes it impossible, splitting it as far as need be. */
function closes(branch: Branch, added: readonly Literal[], context: RefuteContext): boolean {
  context.prover.budget.spend()
  if (!assume(branch, added, context)) return true
  if (context.type === 'string' && hasPlainString(branch, context)) return false
  const few = listDomain(branch, context)
  if (few !== undefined) return !few.some((value) => isPossible(branch, value, context))
  const shape = context.type === 'object' ? objectShape(branch.atoms, context.prover) : undefined
  // First what may close the branch without a look at all that the value contains.
  const units = simplify(branch, shape, context)
  if (units === undefined) return true
  if (units.length > 0) return closes(branch, units, context)
  if (shape !== undefined ? objectIsEmpty(shape) : isArrayRefuted(branch, context)) return true
  if (shape !== undefined && tooFewNames(shape, 1)) return !isPossible(branch, {}, context)
  if (context.type === 'array' && mustBeBare(branch, context)) return !isPossible(branch, [], context)
  return splits(branch, context)
}

/** False when a literal contradicts another one. */
function assume(branch: Branch, added: readonly Literal[], context: RefuteContext): boolean {
  const waiting = [...added]
  const open = [...branch.open]
  for (let literal = waiting.pop(); literal !== undefined; literal = waiting.pop()) {
    if (typeof literal !== 'number') {
      branch.atoms.push(literal)
      continue
    }
    if (branch.holds.has(-literal)) return false
    if (branch.holds.has(literal)) continue
    context.prover.budget.spend()
    branch.holds.add(literal)
    const node = context.nodeOf(literal)
    context.look(node)
    const { all, any } = literal > 0 ? expand(node, context) : expandNegation(node, context)
    waiting.push(...all)
    for (const disjunction of any) {
      if (disjunction.length === 0) return false
      if (disjunction.length === 1) waiting.push(...(disjunction[0] ?? []))
      else open.push(disjunction)
    }
  }
  branch.open = open
  return true
}

/** Whether one string of those that are left is possible: then none of the others need be looked at. */
function hasPlainString(branch: Branch, context: RefuteContext): boolean {
  for (const atom of branch.atoms) {
    const sample = atom.kind === 'pattern' && atom.holds ? sampleWord(atom.pattern) : undefined
    if (sample !== undefined && isPossible(branch, sample, context)) return true
  }
  const word = shortestString(branch.atoms, context.prover)
  return word !== undefined && isPossible(branch, word, context)
}

/** All values that are left, where they can be listed. */
function listDomain({ atoms, holds }: Branch, context: RefuteContext): readonly Json[] | undefined {
  const { type, prover } = context
  if (type === 'null') return [null]
  if (type === 'boolean') return [false, true]
  const listed = [...holds].find((schema) => {
    const node = context.nodeOf(schema)
    return schema > 0 && (node.enum !== undefined || node.const !== undefined)
  })
  if (listed !== undefined) {
    const node = context.nodeOf(listed)
    return node.enum ?? (node.const === undefined ? [] : [node.const])
  }
  const domain =
    type === 'number' ? numberDomain(atoms) : type === 'string' ? stringDomain(atoms, prover) : 'many'
  if (domain !== 'many') return domain
  const isBare = atoms.some((atom) => atom.kind === 'size' && atom.max === 0)
  if (type === 'array' && isBare) return [[]]
  return type === 'object' && isBare ? [{}] : undefined
}

function isPossible({ roots, atoms }: Branch, value: Json, { prover, type }: RefuteContext): boolean {
  if (typeOf(value) !== type) return false
  for (const atom of atoms)
    if (
      atom.kind === 'language' &&
      (typeof value !== 'string' || !prover.languages.has(atom.language, value))
    )
      return false
  return prover.satisfies(value, roots)
}

function typeOf(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function isArrayRefuted({ atoms }: Branch, { type, prover }: RefuteContext): boolean {
  return type === 'array' && arrayIsEmpty(atoms, prover)
}

/** Whether only the empty array is left: an array with an element is proved impossible. */
function mustBeBare({ atoms }: Branch, { prover }: RefuteContext): boolean {
  return arrayIsEmpty([...atoms, { kind: 'size', min: 1, max: Infinity }], prover)
}

/** Drops what cannot be or already is; returns what must hold therefore, or undefined when nothing is left. */
function simplify(
  branch: Branch,
  shape: ObjectShape | undefined,
  context: RefuteContext,
): readonly Literal[] | undefined {
  const units: Literal[] = []
  const open: Disjunction[] = []
  for (const disjunction of branch.open) {
    const left: (readonly Literal[])[] = []
    let isSatisfied = false
    for (const alternative of disjunction) {
      if (alternative.every((literal) => typeof literal === 'number' && branch.holds.has(literal))) {
        isSatisfied = true
        break
      }
      if (!alternative.some((literal) => isImpossible(branch, literal, shape, context)))
        left.push(alternative)
    }
    if (isSatisfied) continue
    if (left.length === 0) return undefined
    if (left.length === 1) units.push(...(left[0] ?? []))
    else open.push(left)
  }
  branch.open = open
  return units
}

function isImpossible(
  { holds }: Branch,
  literal: Literal,
  shape: ObjectShape | undefined,
  context: RefuteContext,
): boolean {
  context.prover.budget.spend()
  if (typeof literal === 'number') return holds.has(-literal)
  if (shape === undefined) return false
  if (literal.kind === 'has')
    return literal.holds ? shape.lacks.has(literal.name) : shape.has.has(literal.name)
  return literal.kind === 'someMember' && lacksMember(shape, literal)
}

/** Splits a branch by its smallest disjunction; true when no case is possible. */
function splits(branch: Branch, context: RefuteContext): boolean {
  const [chosen, ...others] = branch.open.toSorted((a, b) => cost(a) - cost(b))
  if (chosen === undefined) {
    const left = reasonLeft(branch)
    if (left !== undefined) context.look(context.nodeOf(left))
    return false
  }
  const excluded: SchemaLiteral[] = []
  for (const alternative of chosen) {
    context.prover.budget.spend((branch.holds.size + branch.atoms.length + others.length) >> 2)
    const next: Branch = {
      roots: branch.roots,
      holds: new Set(branch.holds),
      atoms: [...branch.atoms],
      open: others,
    }
    if (!closes(next, [...alternative, ...excluded], context)) return false
    // The cases after this one need not look at it again.
    const [only] = alternative
    if (alternative.length === 1 && typeof only === 'number') excluded.push(-only)
  }
  return true
}

/** The schema that a value of the branch breaks, by a part of it rather than as a whole. */
function reasonLeft({ atoms, holds }: Branch): SchemaLiteral | undefined {
  const parts = atoms.flatMap((atom) => ('schema' in atom && atom.schema < 0 ? [atom.schema] : []))
  return parts.at(-1) ?? [...holds].findLast((schema) => schema < 0)
}

function cost(disjunction: Disjunction): number {
  const hasAtoms = disjunction.some((alternative) =>
    alternative.some((literal) => typeof literal !== 'number'),
  )
  return disjunction.length + (hasAtoms ? 1_000 : 0)
}
