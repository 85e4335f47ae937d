import type { Json } from '../../model/catalog.ts'
import { BudgetExceeded, openBudget, type Place } from '../budget.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Language } from '../pattern/language.ts'
import { PLAIN_VALUES } from '../plain-values.ts'
import type { Question } from '../question.ts'
import { matchSafely } from '../pattern/match-safely.ts'
import { openMemory } from './emptiness-memory.ts'
import { listValues } from './list-values.ts'
import { JSON_TYPES } from './literal.ts'
import type { Atom, JsonType, SchemaLiteral } from './literal.ts'
import type { Prover } from './prover.ts'
import { isRefuted } from './refute.ts'

interface Proof {
  readonly isProved: boolean
  /** The first keyword that the rules had to leave out. */
  readonly skipped: Place | undefined
}

/** Nested values that a proof may look into; a frame of the stack each. */
const MAX_DEPTH = 300

const PLAIN_STEPS = 1_000

export interface Inclusions {
  /** Tries to prove that every value of `a` is one of `b`; what it finds out on the way stays known to the next proof. */
  readonly prove: (a: SchemaNode, b: SchemaNode) => Proof
  /** The schema that the last proof looked into last: where it fails, the one that it failed by. */
  readonly lookedAt: () => SchemaNode | undefined
}

/**
 * Proves by refuting that a value satisfies the one schema and not the other. All that the rules do not know is left out
 * of the refutation, so it can only fail to find a proof, never find a wrong one. A proof throws BudgetExceeded.
 */
export function openProver(question: Question): Inclusions {
  const { budget, languages } = question
  const { classOf, members } = question.classes
  const literal = (node: SchemaNode): SchemaLiteral => (classOf.get(node) ?? -1) + 1
  const nodeOf = (schema: SchemaLiteral): SchemaNode => members[Math.abs(schema) - 1] as SchemaNode
  const memory = openMemory(MAX_DEPTH)
  const matches = matchSafely(() => languages)
  const disjoint = new Map<number, boolean>()
  let skipped: Proof['skipped']

  const skip = (keyword: string, { at }: SchemaNode): void => {
    skipped ??= { keyword, at }
  }
  let looked: SchemaNode | undefined
  const look = (node: SchemaNode): void => {
    looked = node
  }
  const isRegular = (pattern: string): boolean => languages.ofPattern(pattern) !== undefined
  const satisfies = (value: Json, literals: readonly SchemaLiteral[]): boolean =>
    literals.every((schema) => evaluate(nodeOf(schema), value, { budget, matches }) === schema > 0)
  const listedValues = (literals: readonly SchemaLiteral[]): readonly Json[] | undefined => {
    for (const schema of literals) {
      const values = schema > 0 ? listValues(nodeOf(schema)) : undefined
      if (values !== undefined) return values.filter((value) => satisfies(value, literals))
    }
    return undefined
  }
  /** Most schemas are not empty, which is soon shown; an evaluation that does not end soon shows nothing. */
  const hasPlainValue = (literals: readonly SchemaLiteral[]): boolean => {
    const options = { budget: openBudget(PLAIN_STEPS), matches }
    try {
      return PLAIN_VALUES.some((value) =>
        literals.every((schema) => evaluate(nodeOf(schema), value, options) === schema > 0),
      )
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error
      budget.spend(PLAIN_STEPS)
      return false
    }
  }
  const refutes = (
    literals: readonly SchemaLiteral[],
    type: JsonType,
    atoms: readonly Atom[] = [],
  ): boolean =>
    isRefuted(literals, atoms, { type, prover, nodeOf, literal, areDisjoint, skip, look, isRegular })
  const isEmpty = (literals: readonly SchemaLiteral[]): boolean => {
    const set = new Set(literals)
    for (const schema of set) if (set.has(-schema)) return true
    return memory.decide([...set].toSorted((x, y) => x - y).join(), () => {
      budget.spend(1 + set.size)
      const listed = listedValues([...set])
      if (listed !== undefined) return listed.length === 0
      if (hasPlainValue([...set])) return false
      return JSON_TYPES.every((type) => excludesType(type, set) || refutes([...set], type))
    })
  }
  const excludesType = (type: JsonType, literals: Iterable<SchemaLiteral>): boolean => {
    for (const schema of literals) {
      const types = schema > 0 ? nodeOf(schema).type : undefined
      if (types?.includes(type) === false && (type !== 'number' || !types.includes('integer'))) return true
    }
    return false
  }
  const hasNoString = (literals: readonly SchemaLiteral[], language: Language): boolean =>
    refutes(literals, 'string', [{ kind: 'language', language }])

  function areDisjoint(left: SchemaNode, right: SchemaNode): boolean {
    budget.spend()
    const [x, y] = [literal(left), literal(right)]
    const key = Math.min(x, y) * (members.length + 1) + Math.max(x, y)
    const known = disjoint.get(key)
    if (known !== undefined) return known
    // Asked again while it is being answered: not known to be disjoint.
    disjoint.set(key, false)
    const answer = memory.apart(() => isEmpty([x, y]))
    disjoint.set(key, answer)
    return answer
  }

  const prover: Prover = { budget, languages, isEmpty, hasNoString, satisfies, listedValues }
  return {
    prove: (a, b) => {
      skipped = undefined
      return { isProved: memory.apart(() => isEmpty([literal(a), -literal(b)])), skipped }
    },
    lookedAt: () => looked,
  }
}
