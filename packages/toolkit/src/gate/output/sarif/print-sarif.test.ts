import { formats } from '@concordat/formats'
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv04 from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import { hostileReport } from '../../testing/hostile-report.ts'
import { largeReport, quietReport, sampleReport } from '../../testing/sample-report.ts'
import type { SarifLog } from './sarif-log.ts'
import { printSarif } from './print-sarif.ts'

const ajv = new Ajv04.default({ strict: false, unicodeRegExp: false, allErrors: true, formats })
const validate = ajv.compile(schema)

function logOf(report: Parameters<typeof printSarif>[0]): SarifLog {
  return JSON.parse(printSarif(report)) as SarifLog
}

describe('printSarif', () => {
  it.each(Object.entries({ sampleReport, quietReport, hostileReport, large: largeReport(30) }))(
    'is valid under the schema of SARIF 2.1.0: %s',
    (_, report) => {
      expect(validate(logOf(report)) ? [] : validate.errors).toEqual([])
    },
  )

  it('has the metadata of every rule that found something', () => {
    const [run] = logOf(sampleReport).runs
    const rules = run?.tool.driver.rules ?? []
    expect(rules.find(({ id }) => id === 'property-became-required')).toEqual({
      id: 'property-became-required',
      name: 'PropertyBecameRequired',
      shortDescription: { text: 'A property is required that was optional.' },
      help: { text: 'Give it a default and keep it optional.' },
      defaultConfiguration: { level: 'error' },
    })
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex]?.id).toBe(ruleId)
  })

  it('suppresses what an exception accepts, with its reason', () => {
    const suppressed = logOf(sampleReport).runs[0]?.results.filter(
      (result) => result.suppressions !== undefined,
    )
    expect(suppressed).toMatchObject([
      {
        partialFingerprints: { 'concordatFinding/v1': '00000000000000e5' },
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification:
              'The only consumer is ours and is released first. (Inventory, until 2027-01-31, exceptions/warehouse.json)',
          },
        ],
      },
    ])
  })

  it('keeps the fingerprint of a finding of lint when its line moves', () => {
    const [finding] = sampleReport.lint
    if (finding === undefined) throw new Error('the sample report has a finding of lint')
    const moved = { ...finding, place: { ...finding.place, line: 99 } }
    const print = (lint: typeof sampleReport.lint): unknown =>
      logOf({ ...quietReport, lint }).runs[0]?.results[0]?.partialFingerprints
    expect(print([moved])).toEqual(print([finding]))
    expect(print([{ ...finding, message: 'another' }])).not.toEqual(print([finding]))
  })
})
