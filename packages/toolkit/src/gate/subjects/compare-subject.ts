import type { Subject, SubjectVersion } from '../../model/catalog.ts'
import type { Mode } from '../../model/compatibility-mode.ts'
import type { Change, ChangeFinding, Party, Thing, Way } from '../change.ts'
import { distinctParties } from '../distinct-parties.ts'
import type { FileChanges } from '../file-changes.ts'
import { partiesOf } from '../parties.ts'
import { promisesOf } from '../policy/promises.ts'
import { type CompareOptions, compareSchemas, type SchemaSettings } from '../schemas/compare-schemas.ts'
import type { ComparedSchemas } from '../schemas/compared-schemas.ts'
import { sendsTheSame } from '../schemas/sends-the-same.ts'
import type { Tree } from '../tree.ts'
import { worstVerdict } from '../worst-verdict.ts'
import { patchFinding } from './patch-finding.ts'
import { predecessors, releaseBefore } from './predecessors.ts'
import { claimedBump, neededBump } from './version-bump.ts'

export interface SubjectContext {
  readonly head: Tree
  readonly base: Tree | undefined
  readonly changes: FileChanges
  readonly settings: SchemaSettings
  /** Asked for only where something changed. */
  readonly mode: () => Mode
}

/** What is new or other than in the base among the versions of a subject, each held against the versions before it. */
export function compareSubject(subject: Subject, context: SubjectContext): readonly Change[] {
  const { changes, base } = context
  return subject.versions.flatMap((version) => {
    if (base?.catalog.files.has(version.path) === true && !changes.isChanged(version.path)) return []
    const before = releaseBefore(subject, version)
    return before === undefined ? [] : [compareVersion(subject, version, before, context)]
  })
}

function compareVersion(
  subject: Subject,
  version: SubjectVersion,
  before: SubjectVersion,
  context: SubjectContext,
): Change {
  const { head } = context
  const mode = context.mode()
  const thing: Thing = { kind: 'subject', name: subject.name }
  const parties = partiesOfSubject(subject, head)
  const options = {
    ...context.settings,
    ...bySide(parties),
    thing,
    promises: promisesOf(mode),
    ways: waysFor(subject),
  }
  const breaks = breaksOf(predecessors(subject, version, mode), version, options, context)
  const claimed = claimedBump(before.version, version.version)
  const compared = compare(before, version, head)
  // A major version has no predecessor whose promises it must keep; the number is judged all the same.
  const needed = neededBump(claimed === 'major' ? compareSchemas(compared, options) : breaks, () =>
    sendsTheSame(compared, context.settings),
  )
  const isTooLow = claimed === 'patch' && needed === 'minor'
  const patch = isTooLow ? patchFinding(thing, compared, context.settings, parties) : undefined
  const findings = patch === undefined ? breaks : [...breaks, patch]
  return {
    thing,
    from: before.version,
    to: version.version,
    verdict: worstVerdict(findings),
    mode,
    bump: { claimed, needed },
    parties,
    findings,
  }
}

/** Breaks towards each predecessor; one that several of them suffer is told of the newest. */
function breaksOf(
  earlier: readonly SubjectVersion[],
  version: SubjectVersion,
  options: CompareOptions,
  { head, base }: SubjectContext,
): readonly ChangeFinding[] {
  const found = new Map<string, ChangeFinding>()
  for (const predecessor of earlier) {
    const findings = compareSchemas(compare(predecessor, version, head), options)
    if (findings.length === 0) continue
    const known = base === undefined ? new Set() : fingerprintsIn(base, predecessor, version, options)
    for (const finding of findings) {
      const key = JSON.stringify([finding.rule, finding.direction, finding.place, finding.message])
      if (!known.has(finding.fingerprint) && !found.has(key)) found.set(key, finding)
    }
  }
  return [...found.values()]
}

/** Breaks that the base has already between the same two versions. */
function fingerprintsIn(
  base: Tree,
  predecessor: SubjectVersion,
  version: SubjectVersion,
  options: CompareOptions,
): ReadonlySet<string> {
  const versions = base.catalog.subjects.find(({ name }) => name === version.subject)?.versions ?? []
  const [old, now] = [predecessor, version].map(({ id }) => versions.find((other) => other.id === id))
  if (old === undefined || now === undefined) return new Set()
  return new Set(compareSchemas(compare(old, now, base), options).map(({ fingerprint }) => fingerprint))
}

function compare(old: SubjectVersion, proposed: SubjectVersion, tree: Tree): ComparedSchemas {
  const side = (version: SubjectVersion): ComparedSchemas['old'] => ({
    ...tree,
    name: `${version.subject} ${version.version}`,
    schema: version.schema,
  })
  return { old: side(old), new: side(proposed) }
}

function partiesOfSubject({ versions }: Subject, { catalog }: Tree): readonly Party[] {
  return distinctParties(versions.flatMap(({ id }) => partiesOf(catalog).ofVersion(id)))
}

function bySide(parties: readonly Party[]): { publishers: readonly string[]; consumers: readonly string[] } {
  const named = (role: Party['role']): readonly string[] =>
    parties.filter((party) => party.role === role).map(({ application }) => application)
  return { publishers: named('publisher'), consumers: named('consumer') }
}

function waysFor({ name }: Subject): readonly Way[] {
  return [
    {
      text: 'Release it as a new major version, on a channel or with a type of its own, beside the old one.',
      command: `concordat new version ${name} --major`,
    },
  ]
}
