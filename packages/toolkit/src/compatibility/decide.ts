import type { Json } from '../model/catalog.ts'
import { BudgetExceeded, openBudget } from './budget.ts'
import { evaluate } from './evaluate/evaluate.ts'
import { attempt, explainFailure, undecided } from './explain-failure.ts'
import { placeOf } from './graph/place-of.ts'
import type { SchemaNode } from './graph/schema-node.ts'
import { matchSafely } from './pattern/match-safely.ts'
import { openLanguages } from './pattern/open-languages.ts'
import { classifySchemas } from './prove/classify-schemas.ts'
import { openProver } from './prove/prove-inclusion.ts'
import type { Inclusions } from './prove/prove-inclusion.ts'
import type { Question } from './question.ts'
import type { Verdict } from './verdict.ts'
import { findWitness } from './witness/find-witness.ts'

/** Steps; a proof of a schema of ten thousand lines takes about a tenth, and all of them less than a second. */
const PROOF_STEPS = 300_000
const LISTING_STEPS = 500_000

/**
 * Decides about two of the schemas that it was opened for.
 * @param isGuessed whether a witness is looked for first; it changes how long a decision takes and not which it is
 */
export type Decide = (a: SchemaNode, b: SchemaNode, isGuessed: boolean) => Verdict

/** Opens what all decisions about two schemas share. */
export function openDecision(one: SchemaNode, other: SchemaNode): Decide {
  const budget = openBudget(0)
  const classes = classifySchemas([one, other])
  const question: Question = { classes, languages: openLanguages(budget), budget }
  const prover = openProver(question)
  return (a, b, isGuessed) => {
    if (classes.classOf.get(a) === classes.classOf.get(b)) return { kind: 'included' }
    const listed = decideListed(a, b, question)
    if (listed !== undefined) return listed
    const early = isGuessed ? refute(a, b, question) : undefined
    if (early !== undefined) return early
    const proof = tryProof(a, b, question, prover)
    if (proof.kind === 'included' || isGuessed) return proof
    return refute(a, b, question) ?? proof
  }
}

/** Whether a schema speaks of properties that another one does not: then it most likely refuses some of its values. */
export function asksForMore(a: SchemaNode, b: SchemaNode): boolean {
  if (b.required?.some((name) => a.required?.includes(name) !== true) === true) return true
  return [...(b.properties?.keys() ?? [])].some((name) => a.properties?.has(name) !== true)
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

function tryProof(a: SchemaNode, b: SchemaNode, { budget }: Question, prover: Inclusions): Verdict {
  budget.refill(PROOF_STEPS)
  try {
    const { isProved, skipped } = prover.prove(a, b)
    if (isProved) return { kind: 'included' }
    if (skipped !== undefined) return undecided('the proof had to leave this keyword out', skipped)
    return undecided('no proof and no counterexample was found', placeOf(prover.lookedAt() ?? b))
  } catch (error) {
    return explainFailure(error, prover.lookedAt())
  }
}

function refute(a: SchemaNode, b: SchemaNode, question: Question): Verdict | undefined {
  const verdict = attempt(() => {
    const witness = findWitness(a, b, question)
    return witness !== undefined && isWitness(a, b, witness)
      ? { kind: 'excluded', witness }
      : undecided('no counterexample was found')
  })
  return verdict.kind === 'excluded' ? verdict : undefined
}

/** Once more by an evaluation of its own, which shares nothing with the search. */
function isWitness(a: SchemaNode, b: SchemaNode, value: Json): boolean {
  return evaluate(a, value) && !evaluate(b, value)
}
