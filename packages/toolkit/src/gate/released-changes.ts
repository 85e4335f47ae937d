import type { Rule } from '../lint/rule.ts'
import { releasedVersionChanged } from '../lint/rules/released-version-changed.ts'
import { releasedVersionRemoved } from '../lint/rules/released-version-removed.ts'
import type { Catalog, SubjectVersion } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { Change, ChangeFinding, Way } from './change.ts'
import { fingerprint } from './fingerprint.ts'
import { hit } from './hits.ts'
import { partiesOf } from './parties.ts'
import { worstVerdict } from './worst-verdict.ts'

/** The rules of lint whose findings are changes. */
export const releasedRules: readonly Rule[] = [releasedVersionChanged, releasedVersionRemoved]

/** What lint finds, with what it finds about released versions told as changes of their subjects. */
export interface SortedFindings {
  readonly changes: readonly Change[]
  readonly lint: readonly Finding[]
}

/** A released version that says something else, or is gone, is a break like any other, and may be accepted like one. */
export function releasedChanges(findings: readonly Finding[], base: Catalog, head: Catalog): SortedFindings {
  const changes: Change[] = []
  const lint: Finding[] = []
  for (const finding of findings) {
    const change = toChange(finding, base, head)
    if (change === undefined) lint.push(finding)
    else changes.push(change)
  }
  return { changes, lint }
}

function toChange(finding: Finding, base: Catalog, head: Catalog): Change | undefined {
  if (!releasedRules.some(({ id }) => id === finding.rule)) return undefined
  const isGone = finding.rule === releasedVersionRemoved.id
  const catalog = isGone ? base : head
  const version = versionAt(catalog, finding.place.file)
  if (version === undefined) return undefined
  const parties = partiesOf(catalog).ofVersion(version.id)
  const roles = (['publisher', 'consumer'] as const).map((role) =>
    hit(
      role,
      parties.filter((party) => party.role === role).map(({ application }) => application),
    ),
  )
  const hits = roles.filter(({ applications }) => applications.length > 0)
  const { rule, severity, place, message, why } = finding
  const found: ChangeFinding = {
    rule,
    verdict: severity === 'error' ? 'breaking' : 'risky',
    message: `${message}.`,
    why,
    place: isGone ? base.locate(place) : place,
    tree: isGone ? 'base' : 'head',
    direction: undefined,
    witness: undefined,
    hit: hits.length > 0 ? hits : roles,
    ways: isGone ? KEEP : writeAnew(version),
    // What it says now is what is accepted, and not what it may say tomorrow.
    fingerprint: fingerprint(rule, version.id, head.files.get(version.path)?.hash),
    exception: undefined,
  }
  return {
    thing: { kind: 'subject', name: version.subject },
    from: version.version,
    to: isGone ? REMOVED : version.version,
    verdict: worstVerdict([found]),
    mode: undefined,
    bump: undefined,
    parties,
    findings: [found],
  }
}

/** Where a version was, in place of one. */
export const REMOVED = 'removed'

function versionAt({ subjects }: Catalog, path: string): SubjectVersion | undefined {
  return subjects.flatMap(({ versions }) => versions).find((version) => version.path === path)
}

const KEEP: readonly Way[] = [
  { text: 'Keep the file, and mark it with "deprecated": true where it should not be used any more.' },
]

function writeAnew({ subject }: SubjectVersion): readonly Way[] {
  return [
    {
      text: 'Restore the file, and make the change in a new version beside it.',
      command: `concordat new version ${subject}`,
    },
  ]
}
