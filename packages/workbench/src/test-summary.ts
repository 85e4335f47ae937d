import { existsSync, readFileSync } from 'node:fs'

import { exitCode } from './exit-code.ts'

/** How many tests ended how. */
export interface TestCount {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What is used of vitest's JSON report. */
export interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** Vitest's JSON report, or undefined where it ended before it wrote one. */
export function readReport(file: string): TestReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined
}

/**
 * Counts the tests of a run. A file that could not be loaded is one failure, and so is a run that failed for a reason
 * that no test has (an error outside of tests, a crash).
 */
export function countTests(report: TestReport | undefined, ending: number): TestCount {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && ending !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Prints the last line of a test run, "N passed, N failed", and returns the exit code. A run without a test failed. */
export function printSummary(count: TestCount): number {
  const { passed, failed, skipped } = count
  if (passed + failed === 0) console.error('No test was run: the arguments match none.')
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
  return failed === 0 && passed > 0 ? exitCode.ok : exitCode.failed
}
