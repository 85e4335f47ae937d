import type { Finding } from '../model/finding.ts'
import type { Change, ChangeVerdict } from './change.ts'

/** All that the gate has to say about a proposal. Every output format is printed from it. */
export interface GateReport {
  /** The most serious verdict of all changes; accepted findings do not count. */
  readonly verdict: ChangeVerdict
  /** Label of the proposed tree: `folder .`. */
  readonly head: string
  /** Label of what it was compared with, or why there is nothing to compare with. */
  readonly base: { readonly label: string } | { readonly missing: string }
  /** Sorted by verdict, kind and name. */
  readonly changes: readonly Change[]
  /** What lint finds in the proposed tree but for changed versions, and what is wrong with exceptions. */
  readonly lint: readonly Finding[]
}
