import type { Change, ChangeFinding, Hit } from './change.ts'
import { distinctParties } from './distinct-parties.ts'
import { worstVerdict } from './worst-verdict.ts'

/**
 * Two lists of changes as one in which each finding stands once: what a version of a subject breaks is not told again of
 * every message that carries it. Who is hit there is hit here.
 */
export function tellOnce(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const repeated = new Map<string, Change[]>()
  for (const change of second)
    for (const finding of change.findings) {
      const group = repeated.get(identity(finding))
      if (group === undefined) repeated.set(identity(finding), [change])
      else group.push(change)
    }
  return [...first.map((change) => withOthersHit(change, repeated)), ...withoutFindings(second, first)]
}

/** Changes without the findings that others have; a change that had nothing else to tell is left out. */
export function withoutFindings(changes: readonly Change[], others: readonly Change[]): readonly Change[] {
  const told = new Set(others.flatMap(({ findings }) => findings.map(identity)))
  return changes.flatMap((change) => {
    const findings = change.findings.filter((finding) => !told.has(identity(finding)))
    if (findings.length === 0 && change.findings.length > 0) return []
    return [{ ...change, findings, verdict: worstVerdict(findings) }]
  })
}

/** One place that breaks by one rule is one finding, whatever it was found by. */
function identity({ rule, direction, place }: ChangeFinding): string {
  return JSON.stringify([rule, direction, place.file, place.pointer])
}

function withOthersHit(change: Change, repeated: ReadonlyMap<string, readonly Change[]>): Change {
  const elsewhere = change.findings.flatMap((finding) => repeated.get(identity(finding)) ?? [])
  if (elsewhere.length === 0) return change
  const findings = change.findings.map((finding) => ({
    ...finding,
    hit: finding.hit.map((hit) => joinHit(hit, repeated.get(identity(finding)) ?? [])),
  }))
  return {
    ...change,
    findings,
    parties: distinctParties([change, ...elsewhere].flatMap(({ parties }) => parties)),
  }
}

function joinHit(hit: Hit, changes: readonly Change[]): Hit {
  const others = changes.flatMap(({ findings }) => findings.flatMap((finding) => finding.hit))
  const names = [hit, ...others]
    .filter(({ role }) => role === hit.role)
    .flatMap(({ applications }) => applications)
  return { ...hit, applications: [...new Set(names)].toSorted() }
}
