import type { ContractProblem } from '../../model/contract-error.ts'
import type { Finding } from '../../model/finding.ts'
import type { GateReport } from '../report.ts'
import { nameChange } from './describe-change.ts'
import { explainFinding } from './explain-finding.ts'
import { comparedWith, headline, plural } from './headline.ts'
import { listFindings, type ListedFinding } from './list-findings.ts'
import { visibleText } from './visible-text.ts'

/** GitHub shows so many annotations of each level that a step prints, and drops the rest without a word. */
const SHOWN = 10

type Level = 'error' | 'warning' | 'notice'

interface Annotation {
  readonly level: Level
  readonly file: string | undefined
  readonly line: number
  readonly column: number
  readonly title: string
  readonly lines: readonly string[]
}

/**
 * Annotations of GitHub Actions as workflow commands, the most serious first. Where there are more than GitHub shows, the
 * last of a level says how many are left out, and those follow as plain text for the log.
 */
export function printGithub(report: GateReport): string {
  const annotations = [...listFindings(report).map(fromFinding), ...report.lint.map(fromLint)]
  const levels: readonly Level[] = ['error', 'warning', 'notice']
  const lines = levels.flatMap((level) => printLevel(annotations.filter((each) => each.level === level)))
  const last = visibleText(`${headline(report)} ${comparedWith(report)}.`)
  return [...lines, last, ''].join('\n')
}

/** Annotations for what makes contracts unreadable: there is no report then. `folder` as for a report. */
export function printGithubProblems(problems: readonly ContractProblem[], folder: string = ''): string {
  const inFolder = (file: string): string => (folder === '' ? file : `${folder}/${file}`)
  return printLevel(
    problems.map(fromProblem).map((each) => ({ ...each, file: each.file && inFolder(each.file) })),
  ).join('\n')
}

function printLevel(annotations: readonly Annotation[]): readonly string[] {
  if (annotations.length <= SHOWN) return annotations.map(toCommand)
  const shown = annotations.slice(0, SHOWN - 1)
  const left = annotations.slice(SHOWN - 1)
  const [{ level }] = left as [Annotation]
  const note = `GitHub shows ${SHOWN} annotations of a level: ${plural(left.length, `more ${level}`)} stand in the log of this step and in the other reports.`
  const more = `::${level} title=${escapeProperty(plural(left.length, `more ${level}`))}::${escapeData(note)}`
  return [...shown.map(toCommand), more, ...left.map(toText)]
}

function fromFinding(listed: ListedFinding): Annotation {
  const { change, finding } = listed
  const { place, tree, verdict, rule } = finding
  const level = finding.exception !== undefined ? 'notice' : verdict === 'risky' ? 'warning' : 'error'
  return {
    level,
    // What is gone has no line in the proposed tree.
    file: tree === 'head' ? place.file : undefined,
    line: place.line,
    column: place.column,
    title: `${verdict}: ${rule} in ${nameChange(change)}`,
    lines: explainFinding(listed),
  }
}

function fromLint({ place, severity, rule, message, why, fix }: Finding): Annotation {
  const { file, line, column } = place
  return { level: severity, file, line, column, title: rule, lines: [message, `Why: ${why}`, `Fix: ${fix}`] }
}

function fromProblem({ code, message, fix, place }: ContractProblem): Annotation {
  const { file, line = 1, column = 1 } = place ?? {}
  return { level: 'error', file, line, column, title: code, lines: [message, `Fix: ${fix}`] }
}

function toCommand({ level, file, line, column, title, lines }: Annotation): string {
  const at = file === undefined ? '' : `file=${escapeProperty(file)},line=${line},col=${column},`
  return `::${level} ${at}title=${escapeProperty(title)}::${escapeData(lines.map(visibleText).join('\n'))}`
}

/** Begins with a word of ours, so that no text of a contract stands where the runner looks for a command. */
function toText({ level, file, line, column, title, lines }: Annotation): string {
  const at = file === undefined ? '' : ` at ${file}:${line}:${column}`
  return visibleText(`${level}${at}  ${title}  ${lines[0] ?? ''}`)
}

/** The escapes that the runner undoes in the message of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(visibleText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
