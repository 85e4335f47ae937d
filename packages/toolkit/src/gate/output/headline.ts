import type { GateReport } from '../report.ts'
import { countReport, type ReportCounts } from './count-report.ts'

/** The verdict with its figures in a sentence or three: `Breaking: 1 of 3 changes breaks somebody.` */
export function headline(report: GateReport): string {
  const counts = countReport(report)
  const verdict = [verdictSentence(report, counts), acceptedSentence(counts)]
  const lint = lintSentence(counts)
  // What blocks stands first.
  const isLintWorse = counts.errors > 0 && counts.breaking + counts.undecided === 0
  const sentences = isLintWorse ? [lint, ...verdict] : [...verdict, lint]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** What a proposal was compared with, a sentence without its full stop. */
export function comparedWith({ base }: GateReport): string {
  return 'label' in base ? `Compared with ${base.label}` : `Nothing to compare with: ${base.missing}`
}

function verdictSentence({ verdict, changes, base }: GateReport, counts: ReportCounts): string {
  const count = counts[verdict]
  const of = `${count} of ${plural(changes.length, 'change')}`
  if (verdict === 'breaking')
    return `Breaking: ${of} ${count === 1 ? 'breaks' : 'break'} somebody${also(counts)}`
  if (verdict === 'undecided') return `Undecided: ${of} could not be proved harmless${also(counts)}`
  if (verdict === 'risky')
    return `Risky: ${of} ${count === 1 ? 'needs' : 'need'} care; nothing is proved to break.`
  if ('missing' in base) return 'Nothing breaks within the proposed tree itself.'
  return changes.length === 0
    ? 'Compatible: nothing changed.'
    : `Compatible: ${plural(changes.length, 'change')}, and nobody is broken.`
}

/** The end of a sentence that counts what is less serious. */
function also({ breaking, undecided, risky }: ReportCounts): string {
  const parts = [
    breaking > 0 && undecided > 0 ? `${undecided} undecided` : '',
    risky > 0 ? `${risky} risky` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '.' : `; ${parts.join(', ')}.`
}

function acceptedSentence({ accepted }: ReportCounts): string {
  return accepted === 0 ? '' : `${plural(accepted, 'finding')} accepted by exceptions.`
}

function lintSentence({ errors, warnings }: ReportCounts): string {
  if (errors === 0 && warnings === 0) return ''
  const parts = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
  return `Lint: ${parts.filter((part) => part !== '').join(', ')}.`
}

/** `1 change`, `2,000 changes`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
