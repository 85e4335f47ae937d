import {
  comparedWith,
  cutText,
  headline,
  judgeBump,
  judgeChange,
  nameException,
  nameHit,
  nameWitness,
  placeOf,
  quoteRefusal,
  visibleText,
} from '@concordat/toolkit/gate'
import type { Change, ChangeFinding, ChangeVerdict, GateReport, Way, Witness } from '@concordat/toolkit/gate'
import type { Output } from './output.ts'
import { printFindings } from './print-findings.ts'
import { wrapText } from './wrap-text.ts'

/** So much of a message is shown; `--format json` has all of it. */
const LONGEST_WITNESS = 500

const TONES: Readonly<Record<ChangeVerdict, 'red' | 'magenta' | 'yellow' | 'green'>> = {
  breaking: 'red',
  undecided: 'magenta',
  risky: 'yellow',
  compatible: 'green',
}

/** Prints a report for a person, the most serious last: that is where a terminal stands when the command has ended. */
export function printReport(report: GateReport, output: Output): void {
  const changes = report.changes.toReversed()
  const plain = changes.filter(({ findings }) => findings.length === 0)
  for (const change of plain) printTitle(change, output)
  if (plain.length > 0) output.print('')
  printFindings(report.lint, output)
  for (const change of changes.filter(({ findings }) => findings.length > 0)) printChange(change, output)
  const verdict = output.style(['bold', TONES[report.verdict]], visibleText(headline(report)))
  output.print(visibleText(`${comparedWith(report)}.`))
  output.print(verdict)
}

function printTitle(change: Change, output: Output): void {
  const { verdict } = change
  const title = wrap(judgeChange(change), `${verdict}  `, output)
  const rest = output.style('bold', title.slice(verdict.length))
  output.print(`${output.style(TONES[verdict], verdict)}${rest}`)
}

function printChange(change: Change, output: Output): void {
  printTitle(change, output)
  const bump = judgeBump(change)
  if (bump !== undefined && change.verdict !== 'compatible') printText(`The version ${bump}.`, '  ', output)
  for (const [index, finding] of change.findings.entries()) {
    if (index > 0) output.print('')
    printFinding(finding, output)
  }
  output.print('')
}

function printFinding(finding: ChangeFinding, output: Output): void {
  const { rule, verdict, message, why, place, witness, hit, ways } = finding
  const exception = nameException(finding)
  const tone = exception === undefined ? TONES[verdict] : 'dim'
  output.print(`  at ${visibleText(placeOf(finding))}`)
  const where = place.pointer === '' ? '' : `${visibleText(place.pointer)}  `
  output.print(`  ${where}${output.style(tone, visibleText(rule))}`)
  printText(message, '  ', output)
  if (exception !== undefined) {
    printText(exception, '  ', output)
    return
  }
  output.print(output.style('dim', wrap(why, '  Why: ', output)))
  if (witness !== undefined) printWitness(witness, output)
  if (hit.length > 0) printText(nameHit(hit), '  Hit: ', output)
  for (const way of ways) printWay(way, output)
}

function printWitness(witness: Witness, output: Output): void {
  printText(`${nameWitness(witness)}:`, '  ', output)
  // As it is, so that it can be copied.
  output.print(`    ${visibleText(cutText(JSON.stringify(witness.value), LONGEST_WITNESS))}`)
  printText(quoteRefusal(witness), '  ', output)
}

function printWay({ text, command }: Way, output: Output): void {
  printText(text, '  - ', output)
  if (command !== undefined) output.print(`    ${output.style('cyan', visibleText(command))}`)
}

function printText(text: string, first: string, output: Output): void {
  output.print(wrap(text, first, output))
}

function wrap(text: string, first: string, output: Output): string {
  return wrapText(visibleText(text), output.columns, first, ' '.repeat(first.length))
}
