import type { Finding } from '../../model/finding.ts'
import type { Change } from '../change.ts'
import type { GateReport } from '../report.ts'
import { judgeChange, nameChange } from './describe-change.ts'
import { explainFinding } from './explain-finding.ts'
import { comparedWith } from './headline.ts'
import { listFindings } from './list-findings.ts'
import { visibleText } from './visible-text.ts'

interface TestCase {
  readonly className: string
  readonly name: string
  /** `error` for what could not be decided. */
  readonly outcome: 'passed' | 'failure' | 'error'
  readonly type: string
  readonly message: string
  readonly text: string
}

/**
 * JUnit XML as CI servers read it: a suite whose test cases are the changes, and one whose test cases are the findings of
 * lint. What breaks is a failure, what is undecided an error.
 */
export function printJunit(report: GateReport): string {
  const suites = [
    printSuite(`changes. ${comparedWith(report)}`, changeCases(report)),
    printSuite('lint', report.lint.map(lintCase)),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="concordat">',
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n')
}

function changeCases({ changes }: GateReport): readonly TestCase[] {
  // A suite without a test case counts as a mistake in some servers.
  if (changes.length === 0)
    return [
      { className: 'changes', name: 'nothing changed', outcome: 'passed', type: '', message: '', text: '' },
    ]
  return changes.map(changeCase)
}

function changeCase(change: Change): TestCase {
  const found = listFindings({ changes: [change] })
  const { verdict, thing } = change
  return {
    className: thing.kind,
    name: nameChange(change),
    outcome: verdict === 'breaking' ? 'failure' : verdict === 'undecided' ? 'error' : 'passed',
    type: found[0]?.finding.rule ?? '',
    message: judgeChange(change),
    text: found
      .map(({ finding }) =>
        [`${finding.verdict}: ${finding.rule}`, ...explainFinding({ change, finding })].join('\n'),
      )
      .join('\n\n'),
  }
}

function lintCase({ rule, severity, place, message, why, fix }: Finding): TestCase {
  const where = `${place.file}:${place.line}:${place.column}`
  return {
    className: rule,
    name: where,
    outcome: severity === 'error' ? 'failure' : 'passed',
    type: rule,
    message,
    text: [`${severity}: ${message}`, where, `Why: ${why}`, `Fix: ${fix}`].map(visibleText).join('\n'),
  }
}

function printSuite(name: string, cases: readonly TestCase[]): readonly string[] {
  const having = (outcome: TestCase['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length
  const counts = `tests="${cases.length}" failures="${having('failure')}" errors="${having('error')}" skipped="0"`
  return [`  <testsuite name="${escape(name)}" ${counts}>`, ...cases.flatMap(printCase), '  </testsuite>']
}

function printCase({ className, name, outcome, type, message, text }: TestCase): readonly string[] {
  const start = `    <testcase classname="${escape(className)}" name="${escape(name)}"`
  if (text === '') return [`${start}/>`]
  const body =
    outcome === 'passed'
      ? `      <system-out>${escapeLines(text)}</system-out>`
      : `      <${outcome} type="${escape(type)}" message="${escape(message)}">${escapeLines(text)}</${outcome}>`
  return [`${start}>`, body, '    </testcase>']
}

function escapeLines(text: string): string {
  return text.split('\n').map(escape).join('\n')
}

/** Every character that XML does not allow is an escape after `visibleText`. */
function escape(text: string): string {
  return visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
