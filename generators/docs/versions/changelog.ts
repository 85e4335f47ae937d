import type { Subject, SubjectVersion } from '@concordat/toolkit/model'
import type { VersionDiff } from './diff-versions.ts'

/** A version and what it changed towards the one before it; undefined for the first. */
export interface ChangelogEntry {
  readonly version: SubjectVersion
  readonly diff: VersionDiff | undefined
}

/**
 * What each version of a subject changed, newest first.
 *
 * ```ts
 * changelog(subject, rememberDiffs(catalog))
 * ```
 */
export function changelog(
  { versions }: Subject,
  diff: (from: SubjectVersion, to: SubjectVersion) => VersionDiff,
): readonly ChangelogEntry[] {
  return versions
    .map((version, index) => {
      const before = versions[index - 1]
      return { version, diff: before && diff(before, version) }
    })
    .toReversed()
}

/** With more versions than this, not every pair stands on the page of the subject. */
const ALL_PAIRS = 12

export type VersionPair = readonly [from: SubjectVersion, to: SubjectVersion]

/**
 * The pairs of versions to compare, older before newer: first each with the one before it, newest first, then all others.
 * Of a subject with many versions only those with the newest follow; `laterPairs` has the rest.
 */
export function versionPairs({ versions }: Subject): readonly VersionPair[] {
  const steps = versions.slice(1).map((to, index) => [versions[index], to] as const)
  const newest = versions.at(-1)
  const others = versions.flatMap((to, index) =>
    versions.slice(0, Math.max(0, index - 1)).map((from) => [from, to] as const),
  )
  const kept = hasManyVersions({ versions }) ? others.filter(([, to]) => to === newest) : others
  return [...steps.toReversed(), ...kept.toReversed()].flatMap(([from, to]) =>
    from === undefined ? [] : [[from, to] as const],
  )
}

/** Whether the pairs are so many that each version has its own on its page. */
export function hasManyVersions({ versions }: Pick<Subject, 'versions'>): boolean {
  return versions.length > ALL_PAIRS
}

/** A version against each later one, newest first, for the page of the version where a subject has many. */
export function laterPairs(subject: Subject, version: SubjectVersion): readonly VersionPair[] {
  if (!hasManyVersions(subject)) return []
  const { versions } = subject
  return versions
    .slice(versions.indexOf(version) + 1)
    .toReversed()
    .map((later) => [version, later])
}
