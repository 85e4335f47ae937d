import type { Finding } from '../../../model/finding.ts'
import {
  asSentence,
  judgeBump,
  judgeChange,
  nameChange,
  nameException,
  nameHit,
  nameWitness,
  placeOf,
  quoteRefusal,
} from '../describe-change.ts'
import type { ListedFinding } from '../list-findings.ts'
import { cutText } from '../visible-text.ts'
import { fencedBlock, htmlCode, markdownCode, markdownText } from './escape-markdown.ts'
import { VERDICT_MARKS } from './verdict-mark.ts'

/** More of a witness, or of a text, helps nobody who reads a comment. */
const LONGEST_WITNESS = 4000
const LONGEST_TEXT = 600

/** All about one finding, folded: its rule and its change are seen, the witness and the ways forward on request. */
export function findingDetails({ change, finding }: ListedFinding): string {
  const { rule, verdict, message, why, hit, ways } = finding
  const mark = finding.exception === undefined ? VERDICT_MARKS[verdict] : '☑️'
  const bump = judgeBump(change)
  const exception = nameException(finding)
  const paragraphs = [
    prose(asSentence(message)),
    `At ${markdownCode(placeOf(finding), 300)}${finding.place.pointer === '' ? '' : `, ${markdownCode(finding.place.pointer, 300)}`}`,
    prose(asSentence(why)),
    witness(finding.witness),
    hit.length === 0 ? '' : `**Hit:** ${prose(nameHit(hit))}`,
    bump === undefined ? '' : prose(`${judgeChange(change)}: the version ${bump}.`),
    exception === undefined ? '' : prose(exception),
    ways.map(way).join('\n'),
  ]
  const summary = `${mark} ${verdict}: ${htmlCode(rule, 80)} in ${htmlCode(nameChange(change), 150)}`
  return fold(summary, paragraphs)
}

/** What lint finds by each rule: one change often makes many messages and queues go wrong in the same way. */
export function lintDetails(findings: readonly Finding[]): readonly string[] {
  const byRule = Map.groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`)
  return [...byRule.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [group.length === 1 ? oneLintFinding(first) : manyLintFindings(first, group)]
  })
}

function oneLintFinding(finding: Finding): string {
  const { message, why, fix, place } = finding
  return fold(`${lintSummary(finding)} at ${htmlCode(positionOf(place), 150)}`, [
    prose(asSentence(message)),
    `**Why:** ${prose(asSentence(why))}`,
    `**Fix:** ${prose(asSentence(fix))}`,
  ])
}

/** More places of one rule are found in the full report. */
const MOST_PLACES = 20

function manyLintFindings(first: Finding, findings: readonly Finding[]): string {
  const listed = findings
    .slice(0, MOST_PLACES)
    .map(({ place, message }) => `- ${markdownCode(positionOf(place), 150)} ${prose(asSentence(message))}`)
  const left = findings.length - listed.length
  return fold(`${lintSummary(first)} in ${findings.length} places`, [
    `**Why:** ${prose(asSentence(first.why))}`,
    [...listed, left > 0 ? `- ${left} more` : ''].filter((line) => line !== '').join('\n'),
    `**Fix** of the first: ${prose(asSentence(first.fix))}`,
  ])
}

function lintSummary({ severity, rule }: Finding): string {
  return `${severity === 'error' ? '❌' : '⚠️'} ${severity}: ${htmlCode(rule, 80)}`
}

function positionOf({ file, line, column }: Finding['place']): string {
  return `${file}:${line}:${column}`
}

function witness(found: ListedFinding['finding']['witness']): string {
  if (found === undefined) return ''
  const json = JSON.stringify(found.value, null, 2)
  // Cut, it is no JSON any more: on one line it tells more.
  const lines =
    json.length > LONGEST_WITNESS ? [cutText(JSON.stringify(found.value), LONGEST_WITNESS)] : json.split('\n')
  return `${prose(nameWitness(found))}:\n\n${fencedBlock('json', lines)}\n\n${prose(quoteRefusal(found))}`
}

function way({ text, command }: ListedFinding['finding']['ways'][number], index: number): string {
  return `${index + 1}. ${prose(text)}${command === undefined ? '' : ` ${markdownCode(command, LONGEST_TEXT)}`}`
}

function prose(text: string): string {
  return markdownText(text, LONGEST_TEXT)
}

/** GitHub and GitLab read the inside of `details` as Markdown where blank lines part it from the tags. */
function fold(summary: string, paragraphs: readonly string[]): string {
  const inside = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
  return `<details><summary>${summary}</summary>\n\n${inside}\n\n</details>`
}
