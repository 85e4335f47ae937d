import { describe, expect, it } from 'vitest'

import { countTests, type TestReport } from './test-summary.ts'

const green: TestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
}

describe('countTests', () => {
  it('counts tests, and those that were left out', () => {
    const report = { ...green, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
    expect(countTests(report, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const report = { ...green, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('does not count a file with a failed test twice', () => {
    const report = {
      ...green,
      numFailedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{}] }],
    }
    expect(countTests(report, 1).failed).toBe(1)
  })

  it('counts an error outside of tests as a failure', () => {
    expect(countTests(green, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('counts a run that crashed before its report as a failure', () => {
    expect(countTests(undefined, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
