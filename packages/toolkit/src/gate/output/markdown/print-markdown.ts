import type { GateReport } from '../../report.ts'
import { isPassing } from '../count-report.ts'
import { comparedWith, headline, plural } from '../headline.ts'
import { listFindings } from '../list-findings.ts'
import { CHANGE_TABLES } from './change-tables.ts'
import { markdownCode, markdownText } from './escape-markdown.ts'
import { findingDetails, lintDetails } from './finding-details.ts'
import { VERDICT_MARKS } from './verdict-mark.ts'

/** GitHub refuses a comment of 65,536 characters. Bytes are counted, of which there are never fewer. */
const LIMIT = 65_535

/** Kept for the sentence that says what was left out. */
const RESERVE = 300

/**
 * A comment for a pull request: the verdict in the first line, what it was compared with, a row for each change with a
 * column for each application, and everything about each finding folded below.
 *
 * It stays under the limit by leaving details out, the least serious first, then columns, then rows of compatible changes;
 * the verdict of each change is always shown or counted.
 *
 * @param limit bytes of UTF-8
 */
export function printMarkdown(report: GateReport, limit: number = LIMIT): string {
  const parts = [title(report), baseline(report)]
  const budget = limit - RESERVE - bytes(parts.join('\n\n'))
  const table = report.changes.length === 0 ? '' : fittingTable(report, budget)
  const head = [...parts, table].filter((part) => part !== '')
  const details = [...listFindings(report).map(findingDetails), ...lintDetails(report.lint)]
  const shown = thoseThatFit(details, budget - bytes(table))
  const left = details.length - shown.length
  const note =
    left === 0
      ? ''
      : `_${plural(left, 'detail')} left out, because a comment has no room for more: ${markdownCode('concordat check')} shows all._`
  return `${[...head, ...shown, note].filter((part) => part !== '').join('\n\n')}\n`
}

function title(report: GateReport): string {
  return `${markOf(report)} **${markdownText(headline(report))}**`
}

/** Green only where everything was looked at. */
function markOf(report: GateReport): string {
  const { verdict, base } = report
  if (verdict !== 'compatible') return VERDICT_MARKS[verdict]
  if (!isPassing(report)) return '❌'
  return VERDICT_MARKS['missing' in base ? 'risky' : 'compatible']
}

function baseline(report: GateReport): string {
  const { base, head } = report
  if ('missing' in base) return `⚠️ ${markdownText(comparedWith(report), 600)}`
  return `Compared with ${markdownCode(base.label, 200)}; proposed is ${markdownCode(head, 200)}.`
}

function fittingTable({ changes }: GateReport, budget: number): string {
  let text = ''
  for (const table of CHANGE_TABLES) {
    text = table(changes)
    if (bytes(text) <= budget) break
  }
  return text
}

/** The first ones: a list with holes would look complete. */
function thoseThatFit(details: readonly string[], budget: number): readonly string[] {
  let left = budget
  const end = details.findIndex((detail) => (left -= bytes(detail) + 2) < 0)
  return end === -1 ? details : details.slice(0, end)
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
