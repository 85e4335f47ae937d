import { REPORT_FORMATS } from '@concordat/toolkit/gate'
import type { GateReport, ReportFormat } from '@concordat/toolkit/gate'
import { printReport } from './output/print-report.ts'
import { repositoryFolder } from './repository-folder.ts'

const text: ReportFormat = {
  name: 'text',
  summary: 'For people',
  endings: ['.txt', '.log'],
  opensFiles: false,
  print: printPlainText,
}

/** Every form in which `check` and `diff` print a report; text, which is the default, first. */
export const reportFormats: readonly ReportFormat[] = [text, ...REPORT_FORMATS]

/** A report in one of the formats, for contracts in a folder. */
export function formatReport(format: ReportFormat, report: GateReport, root: string): string {
  return format.print(report, format.opensFiles ? repositoryFolder(root) : '')
}

/** Without colours and line breaks of a terminal. */
function printPlainText(report: GateReport): string {
  const lines: string[] = []
  const print = (line: string): void => void lines.push(line)
  const style = (_: unknown, line: string): string => line
  const columns = { columns: Infinity, columnsError: Infinity }
  printReport(report, { print, printError: print, style, styleError: style, ...columns })
  return `${lines.join('\n')}\n`
}
