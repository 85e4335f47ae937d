import {
  nameChange,
  judgeBump,
  nameException,
  nameHit,
  nameWay,
  nameWitness,
  placeOf,
  quoteRefusal,
} from './describe-change.ts'
import type { ListedFinding } from './list-findings.ts'
import { cutText, visibleText } from './visible-text.ts'

/** Longer witnesses are cut where there is no room to fold them. */
const LONGEST_WITNESS = 1000

/** All that there is to say about a finding, a line each, as plain text that contains nothing invisible. */
export function explainFinding({ change, finding }: ListedFinding): readonly string[] {
  const { witness, hit, ways } = finding
  const bump = judgeBump(change)
  const lines = [
    `${nameChange(change)}: ${finding.message}`,
    `${placeOf(finding)}${finding.place.pointer === '' ? '' : `  ${finding.place.pointer}`}`,
    finding.why,
    ...(witness === undefined
      ? []
      : [
          `${nameWitness(witness)}: ${cutText(JSON.stringify(witness.value), LONGEST_WITNESS)}`,
          quoteRefusal(witness),
        ]),
    ...(hit.length === 0 ? [] : [`Hit: ${nameHit(hit)}.`]),
    ...(bump === undefined ? [] : [`The version ${bump}.`]),
    ...ways.map((way, index) => `${index + 1}. ${nameWay(way)}`),
    nameException(finding) ?? '',
  ]
  return lines.filter((line) => line !== '').map(visibleText)
}
