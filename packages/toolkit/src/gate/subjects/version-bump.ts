import { parseSemver } from '../../model/semver.ts'
import type { Bump, ChangeFinding } from '../change.ts'

/** What a version number says about the change since another one (Semantic Versioning 2.0.0, sections 6 to 8). */
export function claimedBump(before: string, now: string): Bump {
  const old = parseSemver(before)
  const next = parseSemver(now)
  if (old === undefined || next === undefined) return 'none'
  if (next.major !== old.major) return 'major'
  if (next.minor !== old.minor) return 'minor'
  return next.patch === old.patch ? 'none' : 'patch'
}

/** What it would have to say: a patch sends the same messages, which is asked only if the promises of a minor version are kept. */
export function neededBump(findings: readonly ChangeFinding[], sendsTheSame: () => boolean): Bump {
  if (findings.some(({ verdict }) => verdict !== 'risky')) return 'major'
  return sendsTheSame() ? 'patch' : 'minor'
}
