import { type Change, CHANGE_VERDICTS, type ChangeFinding } from '../change.ts'
import type { GateReport } from '../report.ts'

/** A finding with the change that it is about. */
export interface ListedFinding {
  readonly change: Change
  readonly finding: ChangeFinding
}

/** Every finding of a report, the most serious first and those that exceptions accept last. */
export function listFindings({ changes }: Pick<GateReport, 'changes'>): readonly ListedFinding[] {
  const listed = changes.flatMap((change) => change.findings.map((finding) => ({ change, finding })))
  return listed.toSorted((left, right) => rank(left.finding) - rank(right.finding))
}

function rank({ verdict, exception }: ChangeFinding): number {
  return CHANGE_VERDICTS.indexOf(verdict) + (exception === undefined ? 0 : CHANGE_VERDICTS.length)
}
