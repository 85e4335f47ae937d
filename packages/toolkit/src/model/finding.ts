import type { Place } from './catalog.ts'

export type Severity = 'error' | 'warning'

/** One thing that a rule saw. The text says what, where, why it matters and what to do. */
export interface Finding {
  /** Kebab-case, says what happened: `wildcard-binding-on-direct-exchange`. */
  readonly rule: string
  readonly severity: Severity
  readonly place: Place
  /** What is wrong, quoting what the user wrote. One sentence. */
  readonly message: string
  /** What happens to whom if it stays. One sentence. */
  readonly why: string
  /** What to do about it. One sentence. */
  readonly fix: string
}
