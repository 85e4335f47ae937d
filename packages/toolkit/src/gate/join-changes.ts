import type { Change } from './change.ts'
import { distinctParties } from './distinct-parties.ts'
import { worstVerdict } from './worst-verdict.ts'

/** Changes of one thing between the same two states as one change. */
export function joinChanges(changes: readonly Change[]): readonly Change[] {
  const groups = Map.groupBy(changes, ({ thing, from, to }) =>
    JSON.stringify([thing.kind, thing.name, from, to]),
  )
  return [...groups.values()].flatMap(joinGroup)
}

function joinGroup(changes: readonly Change[]): readonly Change[] {
  const [first, ...others] = changes
  if (first === undefined || others.length === 0) return changes
  const findings = changes.flatMap((change) => change.findings)
  return [
    {
      ...first,
      verdict: worstVerdict(findings),
      mode: changes.find(({ mode }) => mode !== undefined)?.mode,
      parties: distinctParties(changes.flatMap(({ parties }) => parties)),
      findings,
    },
  ]
}
