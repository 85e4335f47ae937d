import { parseSemver } from '../model/semver.ts'

/** Whether a version is a release for good: `2.0.0-rc.1` is a proposal and may still change. */
export function isReleased(version: string): boolean {
  return parseSemver(version)?.prerelease.length === 0
}
