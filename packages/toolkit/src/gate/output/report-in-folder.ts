import type { GateReport } from '../report.ts'

/**
 * A report whose places count from the root of a repository, where the contracts stand in a folder of it: whoever shows
 * findings at their lines knows no other root.
 *
 * @param folder `services/contracts`; empty where both roots are one
 */
export function reportInFolder(report: GateReport, folder: string): GateReport {
  if (folder === '') return report
  const move = <T extends { readonly place: { readonly file: string } }>(found: T): T => ({
    ...found,
    place: { ...found.place, file: `${folder}/${found.place.file}` },
  })
  return {
    ...report,
    changes: report.changes.map((change) => ({ ...change, findings: change.findings.map(move) })),
    lint: report.lint.map(move),
  }
}
