import type { Mode } from '../../model/compatibility-mode.ts'
import type { Subject, SubjectVersion } from '../../model/catalog.ts'
import { compareSemver, parseSemver } from '../../model/semver.ts'
import { isTransitive } from '../policy/promises.ts'

/**
 * The versions towards which a version must keep its promises, newest first: the release before it in its major, or all
 * of them. A pre-release is a proposal that nobody builds on.
 */
export function predecessors(
  subject: Subject,
  version: SubjectVersion,
  mode: Mode,
): readonly SubjectVersion[] {
  const major = parseSemver(version.version)?.major
  const earlier = releasesBefore(subject, version).filter(
    (release) => parseSemver(release.version)?.major === major,
  )
  return isTransitive(mode) ? earlier : earlier.slice(0, 1)
}

/** The release before a version, of whatever major. */
export function releaseBefore(subject: Subject, version: SubjectVersion): SubjectVersion | undefined {
  return releasesBefore(subject, version)[0]
}

function releasesBefore(subject: Subject, { version }: SubjectVersion): readonly SubjectVersion[] {
  return subject.versions
    .filter((other) => isRelease(other) && compareSemver(other.version, version) < 0)
    .toReversed()
}

function isRelease({ version }: SubjectVersion): boolean {
  return parseSemver(version)?.prerelease.length === 0
}
