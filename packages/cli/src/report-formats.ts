import { REPORT_FORMATS } from '@concordat/toolkit/gate'
import type { GateReport, ReportFormat } from '@concordat/toolkit/gate'
import { printReport } from './output/print-report.ts'

const text: ReportFormat = {
  name: 'text',
  summary: 'For people',
  endings: ['.txt', '.log'],
  print: printPlainText,
}

/** Every form in which `check` and `diff` print a report; text, which is the default, first. */
export const reportFormats: readonly ReportFormat[] = [text, ...REPORT_FORMATS]

/** Without colours and line breaks of a terminal. */
function printPlainText(report: GateReport): string {
  const lines: string[] = []
  const print = (line: string): void => void lines.push(line)
  const style = (_: unknown, line: string): string => line
  const columns = { columns: Infinity, columnsError: Infinity }
  printReport(report, { print, printError: print, style, styleError: style, ...columns })
  return `${lines.join('\n')}\n`
}
