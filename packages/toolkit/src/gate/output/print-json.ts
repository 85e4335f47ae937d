import type { GateReport } from '../report.ts'
import { jsonLines } from './json-lines.ts'
import { countReport, isPassing, type ReportCounts } from './count-report.ts'

/** What `concordat check --format json` prints: `report.schema.json` describes it. Fields without a value are left out. */
export interface ReportDocument extends GateReport {
  /** Counts up when a field changes its meaning or goes away. */
  readonly schemaVersion: 1
  /** Whether the proposal may be merged. */
  readonly passes: boolean
  readonly counts: ReportCounts
}

/** The whole report as JSON; every other format says what stands here too. */
export function printJson(report: GateReport): string {
  return jsonLines(reportDocument(report))
}

function reportDocument(report: GateReport): ReportDocument {
  const { verdict, head, base, changes, lint } = report
  return {
    schemaVersion: 1,
    verdict,
    passes: isPassing(report),
    head,
    base,
    counts: countReport(report),
    changes,
    lint,
  }
}
