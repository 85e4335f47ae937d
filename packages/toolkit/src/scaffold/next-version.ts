import { parseSemver } from '../model/semver.ts'

/** What a new version claims: breaking, compatible, or the same but for its words. */
export type Bump = 'major' | 'minor' | 'patch'

/** The version after another; a pre-release is followed by the release that it was for. */
export function nextVersion(version: string, bump: Bump): string {
  const semver = parseSemver(version)
  if (semver === undefined) throw new Error(`${version} is not a semantic version`)
  const { major, minor, patch } = semver
  const isPrerelease = semver.prerelease.length > 0
  if (bump === 'major') return `${isPrerelease && minor === 0 && patch === 0 ? major : major + 1}.0.0`
  if (bump === 'minor') return `${major}.${isPrerelease && patch === 0 ? minor : minor + 1}.0`
  return `${major}.${minor}.${isPrerelease ? patch : patch + 1}`
}
