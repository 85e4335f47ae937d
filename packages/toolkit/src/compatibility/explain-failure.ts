import { BudgetExceeded } from './budget.ts'
import { placeOf } from './graph/place-of.ts'
import { SchemaGraphError } from './graph/schema-graph-error.ts'
import type { SchemaNode } from './graph/schema-node.ts'
import type { Verdict } from './verdict.ts'

type Undecided = Extract<Verdict, { kind: 'undecided' }>

/** The verdict of a decision, or why there is none. */
export function attempt(decision: () => Verdict): Verdict {
  try {
    return decision()
  } catch (error) {
    return explainFailure(error)
  }
}

/**
 * A stack that overflows is a schema too deep for the proof; everything else that is unforeseen is a fault.
 * @param lookedAt the schema that was looked into when the decision failed
 */
export function explainFailure(error: unknown, lookedAt?: SchemaNode): Undecided {
  if (error instanceof SchemaGraphError) return undecided(error.message, error)
  const place = lookedAt === undefined ? undefined : placeOf(lookedAt)
  if (error instanceof BudgetExceeded) return undecided(error.message, error.place ?? place)
  if (error instanceof RangeError) return undecided('nests too deep to be looked into', place)
  throw error
}

export function undecided(
  reason: string,
  { keyword, at }: { readonly keyword: string; readonly at: string } = { keyword: '', at: '' },
): Undecided {
  return { kind: 'undecided', keyword, at, reason }
}
