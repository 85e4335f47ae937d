import type { Json } from '../model/catalog.ts'
import { BudgetExceeded, openBudget } from './budget.ts'
import { evaluate } from './evaluate/evaluate.ts'
import { SchemaGraphError } from './graph/schema-graph-error.ts'
import { openSchema } from './graph/open-schema.ts'
import type { Draft, SchemaNode } from './graph/schema-node.ts'
import { matchSafely } from './pattern/match-safely.ts'
import { openLanguages } from './pattern/open-languages.ts'
import { classifySchemas } from './prove/classify-schemas.ts'
import { openProver } from './prove/prove-inclusion.ts'
import type { Proof, ProveInclusion } from './prove/prove-inclusion.ts'
import type { Question } from './question.ts'
import type { Verdict } from './verdict.ts'
import { findWitness } from './witness/find-witness.ts'

export interface InclusionOptions {
  /** The draft of a schema without `$schema`. */
  readonly defaultDraft?: Draft
  /** Whether `format` says something about a string, where the format is known to Concordat; by default it does not. */
  readonly format?: 'annotation' | 'assertion'
}

/** The verdicts about two schemas, each way. */
export interface BothWays {
  /** Whether every value of the old schema is one of the new. */
  readonly backward: Verdict
  /** Whether every value of the new schema is one of the old. */
  readonly forward: Verdict
}

/** Steps; a proof of a schema of ten thousand lines takes about a tenth, and all of them less than a second. */
const PROOF_STEPS = 300_000
const LISTING_STEPS = 500_000

type Undecided = Extract<Verdict, { kind: 'undecided' }>

/** Decides whether every JSON value that is valid under `a` is valid under `b`; `content*` is an annotation, and `format` by default. */
export function decideInclusion(a: Json, b: Json, options: InclusionOptions = {}): Verdict {
  return attempt(() => {
    const [from, to] = [openSchema(a, options), openSchema(b, options)]
    const question = openQuestion(from, to)
    return decide(from, to, question, openProver(question))
  })
}

/** {@link decideInclusion} both ways, at little more than the cost of one. */
export function decideBothWays(old: Json, next: Json, options: InclusionOptions = {}): BothWays {
  let failure: Undecided | undefined
  try {
    const [from, to] = [openSchema(old, options), openSchema(next, options)]
    const question = openQuestion(from, to)
    const prove = openProver(question)
    return {
      backward: attempt(() => decide(from, to, question, prove)),
      forward: attempt(() => decide(to, from, question, prove)),
    }
  } catch (error) {
    failure = explainFailure(error)
  }
  return { backward: failure, forward: failure }
}

function attempt(decision: () => Verdict): Verdict {
  try {
    return decision()
  } catch (error) {
    return explainFailure(error)
  }
}

function openQuestion(a: SchemaNode, b: SchemaNode): Question {
  const budget = openBudget(0)
  return { classes: classifySchemas([a, b]), languages: openLanguages(budget), budget }
}

function decide(a: SchemaNode, b: SchemaNode, question: Question, prove: ProveInclusion): Verdict {
  const { classOf } = question.classes
  if (classOf.get(a) === classOf.get(b)) return { kind: 'included' }
  const listed = decideListed(a, b, question)
  if (listed !== undefined) return listed
  const proof = attempt(() => {
    question.budget.refill(PROOF_STEPS)
    return verdictOf(prove(a, b))
  })
  if (proof.kind === 'included') return proof
  const witness = tryWitness(a, b, question)
  return witness === undefined ? proof : { kind: 'excluded', witness: witness.value }
}

/** A schema that lists its values is decided by evaluating them. */
function decideListed(a: SchemaNode, b: SchemaNode, { budget, languages }: Question): Verdict | undefined {
  const values = a.enum ?? (a.const === undefined ? undefined : [a.const])
  if (values === undefined) return undefined
  budget.refill(LISTING_STEPS)
  const options = { budget, matches: matchSafely(() => languages) }
  try {
    const witness = values.find((value) => evaluate(a, value, options) && !evaluate(b, value, options))
    return witness === undefined ? { kind: 'included' } : { kind: 'excluded', witness }
  } catch (error) {
    if (error instanceof BudgetExceeded) return undefined
    throw error
  }
}

/** Once more by an evaluation of its own, which shares nothing with the search. */
function isWitness(a: SchemaNode, b: SchemaNode, value: Json): boolean {
  return evaluate(a, value) && !evaluate(b, value)
}

function verdictOf({ isProved, skipped }: Proof): Verdict {
  if (isProved) return { kind: 'included' }
  return skipped === undefined
    ? undecided('', '', 'no proof and no counterexample was found')
    : undecided(skipped.keyword, skipped.at, 'the proof had to leave this keyword out')
}

function tryWitness(a: SchemaNode, b: SchemaNode, question: Question): { readonly value: Json } | undefined {
  try {
    const value = findWitness(a, b, question)
    return value !== undefined && isWitness(a, b, value) ? { value } : undefined
  } catch (error) {
    if (error instanceof BudgetExceeded || error instanceof RangeError) return undefined
    throw error
  }
}

/** A stack that overflows is a schema too deep for the proof; everything else that is unforeseen is a fault. */
function explainFailure(error: unknown): Undecided {
  if (error instanceof SchemaGraphError) return undecided(error.keyword, error.at, error.message)
  if (error instanceof BudgetExceeded || error instanceof RangeError) return undecided('', '', error.message)
  throw error
}

function undecided(keyword: string, at: string, reason: string): Undecided {
  return { kind: 'undecided', keyword, at, reason }
}
