import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { GateReport } from '../report.ts'
import { hostileReport } from '../testing/hostile-report.ts'
import { largeReport, quietReport, sampleReport } from '../testing/sample-report.ts'
import { printJson } from './print-json.ts'
import { REPORT_FORMATS } from './report-formats.ts'

const reports = { sample: sampleReport, quiet: quietReport, hostile: hostileReport }
/** Where the name of a format says nothing to an editor. */
const endings: Readonly<Record<string, string>> = {
  markdown: 'md',
  github: 'github.txt',
  junit: 'xml',
  gitlab: 'gitlab.json',
}

describe.each(REPORT_FORMATS)('$name', ({ name, print }) => {
  it.each(Object.entries(reports))('prints the %s report as it always did', async (report, value) => {
    const file = join(import.meta.dirname, 'golden', `${report}.${endings[name] ?? name}`)
    await expect(print(value)).toMatchFileSnapshot(file)
  })

  it('prints from the JSON what it prints from the report', () => {
    for (const report of [...Object.values(reports), largeReport(50)])
      expect(print(JSON.parse(printJson(report)) as GateReport)).toBe(print(report))
  })

  it('prints nothing that a reader cannot see, and ends with a line feed', () => {
    for (const report of Object.values(reports)) {
      const text = print(report)
      expect(text.isWellFormed()).toBe(true)
      expect(text).toMatch(/[^\n]\n$/)
      // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufffe]/)
    }
  })
})

it('has a format of its own for each ending of a file', () => {
  const endings = REPORT_FORMATS.flatMap((format) => format.endings)
  expect(new Set(endings).size).toBe(endings.length)
})
