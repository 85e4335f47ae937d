import type { Catalog, Node } from '../model/catalog.ts'
import type { ChangeVerdict, Hit, Thing, Way } from './change.ts'
import type { CatalogPairs } from './catalog-pairs.ts'

/** One kind of change between two revisions of a contract, other than of a schema. Each stands in a file of its own. */
export interface ContractRule {
  /** Kebab-case, says what happened: `channel-removed`. */
  readonly id: string
  readonly verdict: Exclude<ChangeVerdict, 'compatible'>
  /** What the rule reports, one sentence for the reference. */
  readonly summary: string
  /** What happens to whom if it goes through, one sentence, by what the broker or the other side really does. */
  readonly why: string
  /** Id of the rule for the change in the other direction, or why there is none: what is harmless about it. */
  readonly mirror: { readonly rule: string } | { readonly none: string }
  readonly check: (context: ContractRuleContext) => Iterable<ContractViolation>
}

export interface ContractRuleContext {
  readonly base: Catalog
  readonly head: Catalog
  /** What in the one is what in the other. */
  readonly pairs: CatalogPairs
  /** The day on which the proposal is judged, `2027-01-31`: what was announced for a later one may not happen yet. */
  readonly today: string
}

/** One change that a rule found; with the rule's own fields it becomes a finding. */
export interface ContractViolation {
  readonly thing: Thing
  /** Where it stands, and in which of the two trees. */
  readonly at: Pick<Node, 'file' | 'pointer'>
  readonly tree: 'head' | 'base'
  /** What changed, quoting what the user wrote. One sentence. */
  readonly message: string
  readonly hit: readonly Hit[]
  /** What can be done about it, best first. */
  readonly ways: readonly Way[]
  /** Instead of the rule's own, where more is known here. */
  readonly why?: string
  readonly verdict?: ContractRule['verdict']
  /** Tells apart several violations of one rule by one thing: the name of the argument that changed. */
  readonly key?: string
}
