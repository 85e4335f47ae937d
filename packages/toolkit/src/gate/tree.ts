import type { Catalog } from '../model/catalog.ts'
import type { ContractTree } from './check-contracts.ts'
import { type Policy, policyOf } from './policy/policy.ts'
import { SchemaSides } from './schemas/schema-sides.ts'

/** One of the two trees that are compared, with what is worked out about it. */
export interface Tree {
  readonly catalog: Catalog
  readonly sides: SchemaSides
  readonly policy: Policy
}

export function openTree({ catalog, config }: ContractTree): Tree {
  return { catalog, sides: new SchemaSides(catalog), policy: policyOf(catalog, config) }
}
