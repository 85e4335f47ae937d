import { join } from 'node:path'
import { styleText } from 'node:util'
import { describe, expect, it } from 'vitest'
import { hostileReport } from '../../../toolkit/src/gate/testing/hostile-report.ts'
import { sampleChange, sampleFinding } from '../../../toolkit/src/gate/testing/sample-change.ts'
import { quietReport, sampleReport } from '../../../toolkit/src/gate/testing/sample-report.ts'
import type { GateReport } from '@concordat/toolkit/gate'
import type { Output } from './output.ts'
import { printReport } from './print-report.ts'

function print(report: GateReport, terminal: Partial<Output> = {}): string {
  const lines: string[] = []
  printReport(report, {
    print: (text) => void lines.push(text),
    printError: () => undefined,
    style: (_, text) => text,
    styleError: (_, text) => text,
    columns: Infinity,
    columnsError: Infinity,
    ...terminal,
  })
  return `${lines.join('\n')}\n`
}

describe('printReport', () => {
  it.each(Object.entries({ sample: sampleReport, quiet: quietReport, hostile: hostileReport }))(
    'prints the %s report as it always did',
    async (name, report) => {
      await expect(print(report)).toMatchFileSnapshot(join(import.meta.dirname, `golden/${name}.txt`))
    },
  )

  it('keeps to the width of the terminal, but for what is to be copied', async () => {
    const style: Output['style'] = (format, text) => styleText(format, text, { validateStream: false })
    const file = join(import.meta.dirname, 'golden/sample-in-80-columns.txt')
    await expect(print(sampleReport, { columns: 80, style })).toMatchFileSnapshot(file)
  })

  it('obeys no terminal sequence of a contract, and starts no line with its text', () => {
    const text = print(hostileReport)
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).not.toMatch(/^\s*::/m)
  })

  it('cuts a message that nobody would read', () => {
    const witness = {
      value: 'x'.repeat(100_000),
      sentBy: 'a 1.0.0',
      refusedBy: 'a 1.1.0',
      at: '',
      error: 'no',
    }
    const report = { ...quietReport, changes: [sampleChange('a', [sampleFinding({ witness })])] }
    expect(print(report).length).toBeLessThan(2_000)
    expect(print(report)).toContain('xxx…\n')
  })
})
