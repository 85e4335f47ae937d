import type { Place } from '../../model/catalog.ts'
import type { Thing } from '../change.ts'

/** A decision to let one finding of the gate through until a day. It stands in a file and is reviewed like any other. */
export interface Exception {
  readonly rule: string
  /** What the finding is about; `place` in the file. */
  readonly thing: Thing
  /** Of the finding: 16 hexadecimal digits. */
  readonly fingerprint: string
  /** Who answers for it. */
  readonly owner: string
  readonly reason: string
  /** Last day on which it holds, `2027-01-31`. */
  readonly expires: string
  /** Where it is written. */
  readonly at: Place
}
