import { isPassing } from '@concordat/toolkit/gate'
import type { GateReport } from '@concordat/toolkit/gate'
import type { Invocation } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { formatReport, reportFormats } from '../report-formats.ts'
import { type ReportOutput, writeOutputs } from '../report-outputs.ts'
import { printReport } from './print-report.ts'

/** Writes a report to its files and standard output, and tells what to end with. */
export function deliverReport(
  report: GateReport,
  outputs: readonly ReportOutput[],
  { format: name, root, output, flag }: Invocation,
): ExitCode {
  writeOutputs(outputs, report, root)
  const format = reportFormats.find((format) => format.name === name)
  if (format === undefined || name === 'text') printReport(report, output)
  else output.print(formatReport(format, report, root).replace(/\n$/, ''))
  const isClean = report.lint.length === 0 && report.verdict !== 'risky'
  return isPassing(report) && (isClean || !flag('deny-warnings')) ? exitCode.ok : exitCode.findings
}
