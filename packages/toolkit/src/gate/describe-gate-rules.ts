import type { ContractRule } from './contract-rule.ts'
import type { PromiseRule } from './promise-rules.ts'
import type { SchemaRule } from './schemas/schema-rules.ts'

/** What a reference page says about the rules of the gate. */
export interface GateRules {
  readonly contract: readonly Omit<ContractRule, 'check'>[]
  readonly promise: readonly PromiseRule[]
  readonly schema: readonly Pick<SchemaRule, 'id' | 'direction' | 'summary' | 'repair' | 'mirror'>[]
}

/** All rules for changes, each list in the order of the ids; the reference is printed from it. */
export async function describeGateRules(): Promise<GateRules> {
  const [{ contractRules }, { promiseRules }, { schemaRules }] = await Promise.all([
    import('./rules/index.ts'),
    import('./promise-rules.ts'),
    import('./schemas/schema-rules.ts'),
  ])
  return {
    contract: contractRules,
    promise: promiseRules,
    schema: schemaRules.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
  }
}
