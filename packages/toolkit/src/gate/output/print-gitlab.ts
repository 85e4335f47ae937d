import type { Place } from '../../model/catalog.ts'
import type { Finding } from '../../model/finding.ts'
import type { GateReport } from '../report.ts'
import { asSentence, nameChange, nameException } from './describe-change.ts'
import { jsonLines } from './json-lines.ts'
import { lintFingerprint } from './lint-fingerprint.ts'
import { listFindings, type ListedFinding } from './list-findings.ts'
import { visibleText } from './visible-text.ts'

/** One entry of GitLab's code quality report, as its documentation lists the fields that it reads. */
interface CodeQualityIssue {
  readonly description: string
  readonly check_name: string
  /** Unique in the report. */
  readonly fingerprint: string
  readonly severity: 'blocker' | 'critical' | 'major' | 'minor' | 'info'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

const SEVERITIES = { breaking: 'blocker', undecided: 'critical', risky: 'minor' } as const

/** A code quality report of GitLab: what is listed beside a merge request, with the lines. */
export function printGitlab(report: GateReport): string {
  const issues = [...listFindings(report).map(fromFinding), ...report.lint.map(fromLint)]
  return jsonLines(withUniqueFingerprints(issues))
}

function fromFinding({ change, finding }: ListedFinding): CodeQualityIssue {
  const { rule, verdict, message, why, fingerprint, place, tree } = finding
  const where = tree === 'base' ? ' (in the base)' : ''
  const description = `${nameChange(change)}${where}: ${asSentence(message)} ${nameException(finding) ?? why}`
  return {
    description: visibleText(description),
    check_name: rule,
    fingerprint,
    severity: finding.exception === undefined ? SEVERITIES[verdict] : 'info',
    location: locate(place),
  }
}

function fromLint(finding: Finding): CodeQualityIssue {
  const { rule, severity, message, why, place } = finding
  return {
    description: visibleText(`${asSentence(message)} ${why}`),
    check_name: rule,
    fingerprint: lintFingerprint(finding),
    severity: severity === 'error' ? 'major' : 'minor',
    location: locate(place),
  }
}

function locate({ file, line }: Place): CodeQualityIssue['location'] {
  return { path: file, lines: { begin: line } }
}

function withUniqueFingerprints(issues: readonly CodeQualityIssue[]): readonly CodeQualityIssue[] {
  const seen = new Map<string, number>()
  return issues.map((issue) => {
    const count = (seen.get(issue.fingerprint) ?? 0) + 1
    seen.set(issue.fingerprint, count)
    return count === 1 ? issue : { ...issue, fingerprint: `${issue.fingerprint}-${count}` }
  })
}
