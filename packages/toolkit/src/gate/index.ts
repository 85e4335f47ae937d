export {
  type AcceptedBy,
  type Bump,
  type Change,
  CHANGE_VERDICTS,
  type ChangeFinding,
  type ChangeVerdict,
  type Direction,
  type Hit,
  type Party,
  type Thing,
  type Way,
  type Witness,
} from './change.ts'
export type { ContractRule, ContractRuleContext, ContractViolation } from './contract-rule.ts'
export { type Mode, MODES } from './mode.ts'
export type { CatalogPairs, Pair } from './catalog-pairs.ts'
export type { GateReport } from './report.ts'
