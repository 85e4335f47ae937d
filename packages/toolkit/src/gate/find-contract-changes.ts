import type { ContractRule, ContractRuleContext, ContractViolation } from './contract-rule.ts'
import { contractRules } from './rules/index.ts'

/** A change that a rule found. */
export interface ContractChange {
  readonly rule: ContractRule
  readonly violation: ContractViolation
}

/**
 * Everything that changed between two revisions of contracts, other than their schemas, and that is not harmless; in the
 * order of the rules.
 */
export function findContractChanges(context: ContractRuleContext): readonly ContractChange[] {
  return contractRules.flatMap((rule) =>
    distinct([...rule.check(context)]).map((violation) => ({ rule, violation })),
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
