import { describe, expect, it } from 'vitest'
import type { GateReport } from '../report.ts'
import { sampleChange, sampleFinding } from '../testing/sample-change.ts'
import { quietReport, sampleReport } from '../testing/sample-report.ts'
import { headline } from './headline.ts'

function reportOf(...verdicts: readonly ('breaking' | 'undecided' | 'risky')[]): GateReport {
  const changes = verdicts.map((verdict) => sampleChange('a/b', [sampleFinding({ verdict })]))
  return { ...quietReport, verdict: verdicts[0] ?? 'compatible', changes }
}

describe('headline', () => {
  it.each([
    [reportOf(), 'Compatible: nothing changed.'],
    [reportOf('breaking'), 'Breaking: 1 of 1 change breaks somebody.'],
    [
      reportOf('breaking', 'breaking', 'undecided', 'risky'),
      'Breaking: 2 of 4 changes break somebody; 1 undecided, 1 risky.',
    ],
    [reportOf('undecided', 'risky'), 'Undecided: 1 of 2 changes could not be proved harmless; 1 risky.'],
    [reportOf('risky'), 'Risky: 1 of 1 change needs care; nothing is proved to break.'],
    [{ ...quietReport, changes: [sampleChange('a/b', [])] }, 'Compatible: 1 change, and nobody is broken.'],
    [{ ...quietReport, lint: sampleReport.lint }, 'Lint: 1 error, 1 warning. Compatible: nothing changed.'],
    [
      { ...quietReport, base: { missing: 'there is no commit here' } },
      'Nothing breaks within the proposed tree itself.',
    ],
  ])('counts %#', (report, sentence) => {
    expect(headline(report)).toBe(sentence)
  })
})
