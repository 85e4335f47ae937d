import type { ChangeVerdict } from '../change.ts'
import type { GateReport } from '../report.ts'

/** How many changes have which verdict, and what else there is to count. */
export interface ReportCounts extends Readonly<Record<ChangeVerdict, number>> {
  /** Findings that exceptions accept. */
  readonly accepted: number
  /** Findings of lint. */
  readonly errors: number
  readonly warnings: number
}

export function countReport({ changes, lint }: GateReport): ReportCounts {
  const having = (verdict: ChangeVerdict): number =>
    changes.filter((change) => change.verdict === verdict).length
  const findings = changes.flatMap((change) => change.findings)
  const errors = lint.filter(({ severity }) => severity === 'error').length
  return {
    breaking: having('breaking'),
    undecided: having('undecided'),
    risky: having('risky'),
    compatible: having('compatible'),
    accepted: findings.filter(({ exception }) => exception !== undefined).length,
    errors,
    warnings: lint.length - errors,
  }
}

/** Whether a proposal may be merged: nothing breaks, nothing is undecided, and lint finds no error. */
export function isPassing({ verdict, lint }: GateReport): boolean {
  return (
    verdict !== 'breaking' && verdict !== 'undecided' && lint.every(({ severity }) => severity !== 'error')
  )
}
