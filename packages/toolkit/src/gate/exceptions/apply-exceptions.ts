import type { Finding } from '../../model/finding.ts'
import type { Change, ChangeFinding } from '../change.ts'
import { worstVerdict } from '../worst-verdict.ts'
import { wayToAccept } from './accept-finding.ts'
import { accepts } from './accepts.ts'
import type { Exception } from './exception.ts'
import { exceptionFindings } from './exception-findings.ts'

export interface AppliedExceptions {
  /** The changes with `exception` filled in where a finding is accepted, and the verdicts that are left. */
  readonly changes: readonly Change[]
  /** What is wrong with exceptions: expired, unused, mismatched. None of it blocks by itself. */
  readonly findings: readonly Finding[]
}

/**
 * Lets through what exceptions accept. A finding is accepted by an exception that names its rule, its thing and its
 * fingerprint and that has not expired; one that is not accepted is told how to be.
 *
 * @param today `2026-11-28`
 */
export function applyExceptions(
  changes: readonly Change[],
  exceptions: readonly Exception[],
  today: string,
): AppliedExceptions {
  const active = exceptions.filter(({ expires }) => today <= expires)
  return {
    changes: changes.map((change) => accept(change, active, today)),
    findings: exceptionFindings(exceptions, changes, today),
  }
}

function accept(change: Change, active: readonly Exception[], today: string): Change {
  const findings = change.findings.map((finding): ChangeFinding => {
    const exception = active.find((exception) => accepts(exception, change.thing, finding))
    if (exception === undefined) return { ...finding, ways: [...finding.ways, wayToAccept(finding, today)] }
    const { owner, reason, expires, at } = exception
    return { ...finding, exception: { file: at.file, owner, reason, expires } }
  })
  return { ...change, findings, verdict: worstVerdict(findings) }
}
