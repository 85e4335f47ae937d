import type { Catalog } from '../model/catalog.ts'
import type { CatalogPairs } from './catalog-pairs.ts'
import type { Change, ChangeFinding, Party } from './change.ts'
import { distinctParties } from './distinct-parties.ts'
import { type ContractChange, findContractChanges } from './find-contract-changes.ts'
import { fingerprint } from './fingerprint.ts'
import { worstVerdict } from './worst-verdict.ts'

/** What contract rules find between two catalogs, a change for each thing. */
export function contractChanges(
  base: Catalog,
  head: Catalog,
  pairs: CatalogPairs,
  today: string,
): readonly Change[] {
  const found = findContractChanges({ base, head, pairs, today })
  const byThing = Map.groupBy(found, ({ violation: { thing } }) => `${thing.kind} ${thing.name}`)
  return [...byThing.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const findings = group.map((one) => toFinding(one, base, head))
    return [
      {
        thing: first.violation.thing,
        from: base.source,
        to: head.source,
        verdict: worstVerdict(findings),
        mode: undefined,
        bump: undefined,
        parties: partiesHit(findings),
        findings,
      },
    ]
  })
}

function toFinding({ rule, violation }: ContractChange, base: Catalog, head: Catalog): ChangeFinding {
  const { thing, at, tree, message, hit, ways, key, why = rule.why, verdict = rule.verdict } = violation
  return {
    rule: rule.id,
    verdict,
    message,
    why,
    place: (tree === 'head' ? head : base).locate(at),
    tree,
    direction: undefined,
    witness: undefined,
    hit,
    ways,
    fingerprint: fingerprint(rule.id, thing.kind, thing.name, key),
    exception: undefined,
  }
}

function partiesHit(findings: readonly ChangeFinding[]): readonly Party[] {
  const parties = findings.flatMap(({ hit }) =>
    hit.flatMap(({ role, applications }) =>
      role === 'deployment' ? [] : applications.map((application) => ({ role, application })),
    ),
  )
  return distinctParties(parties)
}
