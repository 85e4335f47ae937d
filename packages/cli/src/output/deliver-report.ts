import { isPassing } from '@concordat/toolkit/gate'
import type { GateReport } from '@concordat/toolkit/gate'
import type { Invocation } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { reportFormats } from '../report-formats.ts'
import { type ReportOutput, writeOutputs } from '../report-outputs.ts'
import { printReport } from './print-report.ts'

/** Writes a report to its files and standard output, and tells what to end with. */
export function deliverReport(
  report: GateReport,
  outputs: readonly ReportOutput[],
  { format, output, flag }: Invocation,
): ExitCode {
  writeOutputs(outputs, report)
  if (format === 'text') printReport(report, output)
  else {
    const printed = reportFormats.find(({ name }) => name === format)?.print(report) ?? ''
    output.print(printed.replace(/\n$/, ''))
  }
  const isClean = report.lint.length === 0 && report.verdict !== 'risky'
  return isPassing(report) && (isClean || !flag('deny-warnings')) ? exitCode.ok : exitCode.findings
}
