import type { Catalog } from '../model/catalog.ts'
import type { ContractRule, ContractViolation } from './contract-rule.ts'
import { pairCatalogs } from './pair-catalogs.ts'
import { contractRules } from './rules/index.ts'

/** A change that a rule found. */
export interface ContractChange {
  readonly rule: ContractRule
  readonly violation: ContractViolation
}

/**
 * Everything that changed between two revisions of contracts, other than their schemas, and that is not harmless; in the
 * order of the rules. `today`, `2027-01-31`, is the day on which it is judged what has been announced for long enough.
 */
export function findContractChanges({
  base,
  head,
  today,
}: {
  readonly base: Catalog
  readonly head: Catalog
  readonly today: string
}): readonly ContractChange[] {
  if (haveSameFiles(base, head)) return []
  const context = { base, head, today, pairs: pairCatalogs(base, head) }
  return contractRules.flatMap((rule) =>
    distinct([...rule.check(context)]).map((violation) => ({ rule, violation })),
  )
}

function haveSameFiles(base: Catalog, head: Catalog): boolean {
  return (
    base.files.size === head.files.size &&
    [...base.files.values()].every(({ path, hash }) => head.files.get(path)?.hash === hash)
  )
}

/** A message that several channels define, or an exchange that several channels declare, changes once. */
function distinct(violations: readonly ContractViolation[]): readonly ContractViolation[] {
  const seen = new Set<string>()
  return violations.filter(({ thing, key, message }) => {
    const identity = JSON.stringify([thing.kind, thing.name, key, message])
    return seen.size < seen.add(identity).size
  })
}
