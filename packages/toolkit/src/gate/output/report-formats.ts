import type { GateReport } from '../report.ts'
import { printMarkdown } from './markdown/print-markdown.ts'
import { printGithub } from './print-github.ts'
import { printGitlab } from './print-gitlab.ts'
import { printJson } from './print-json.ts'
import { printJunit } from './print-junit.ts'
import { reportInFolder } from './report-in-folder.ts'
import { printSarif } from './sarif/print-sarif.ts'

/** A form in which a report can be printed; the text for terminals is the command line's own. */
export interface ReportFormat {
  readonly name: string
  /** What it is and who reads it, without a full stop. */
  readonly summary: string
  /** What the name of a file ends with that can only mean this format. */
  readonly endings: readonly string[]
  /** Whether its readers open files, for which they need paths from the root of the repository. */
  readonly opensFiles: boolean
  /**
   * Ends with a line feed.
   *
   * @param folder where the contracts are in their repository, for formats that open files; by itself its root
   */
  readonly print: (report: GateReport, folder?: string) => string
}

/** Every format, in the order of help and reference. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    name: 'json',
    summary: 'The whole report for programs, after a JSON Schema of its own',
    endings: ['.json'],
    opensFiles: false,
    print: printJson,
  },
  {
    name: 'markdown',
    summary: 'A comment for a pull request, below 65,536 characters',
    endings: ['.md', '.markdown'],
    opensFiles: false,
    print: (report) => printMarkdown(report),
  },
  {
    name: 'github',
    summary: 'Workflow commands that make GitHub Actions show annotations at the lines',
    endings: [],
    opensFiles: true,
    print: (report, folder = '') => printGithub(reportInFolder(report, folder)),
  },
  {
    name: 'sarif',
    summary: 'SARIF 2.1.0 for code scanning, accepted findings as suppressed',
    endings: ['.sarif', '.sarif.json'],
    opensFiles: true,
    print: (report, folder = '') => printSarif(reportInFolder(report, folder)),
  },
  {
    name: 'junit',
    summary: 'JUnit XML, a test case for each change',
    endings: ['.xml'],
    opensFiles: false,
    print: printJunit,
  },
  {
    name: 'gitlab',
    summary: 'Code quality report of GitLab',
    endings: [],
    opensFiles: true,
    print: (report, folder = '') => printGitlab(reportInFolder(report, folder)),
  },
]
