import type { GateReport } from '../report.ts'
import { printMarkdown } from './markdown/print-markdown.ts'
import { printGithub } from './print-github.ts'
import { printGitlab } from './print-gitlab.ts'
import { printJson } from './print-json.ts'
import { printJunit } from './print-junit.ts'
import { printSarif } from './sarif/print-sarif.ts'

/** A form in which a report can be printed; the text for terminals is the command line's own. */
export interface ReportFormat {
  readonly name: string
  /** What it is and who reads it, without a full stop. */
  readonly summary: string
  /** What the name of a file ends with that can only mean this format. */
  readonly endings: readonly string[]
  /** Ends with a line feed. */
  readonly print: (report: GateReport) => string
}

/** Every format, in the order of help and reference. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    name: 'json',
    summary: 'The whole report for programs, after a JSON Schema of its own',
    endings: ['.json'],
    print: printJson,
  },
  {
    name: 'markdown',
    summary: 'A comment for a pull request, below 65,536 characters',
    endings: ['.md', '.markdown'],
    print: (report) => printMarkdown(report),
  },
  {
    name: 'github',
    summary: 'Workflow commands that make GitHub Actions show annotations at the lines',
    endings: [],
    print: printGithub,
  },
  {
    name: 'sarif',
    summary: 'SARIF 2.1.0 for code scanning, accepted findings as suppressed',
    endings: ['.sarif', '.sarif.json'],
    print: printSarif,
  },
  {
    name: 'junit',
    summary: 'JUnit XML, a test case for each change',
    endings: ['.xml'],
    print: printJunit,
  },
  {
    name: 'gitlab',
    summary: 'Code quality report of GitLab',
    endings: [],
    print: printGitlab,
  },
]
