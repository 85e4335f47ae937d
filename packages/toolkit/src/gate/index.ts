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
  THING_KINDS,
  type ThingKind,
  type Way,
  type Witness,
} from './change.ts'
export { checkContracts, type CheckInput, type ContractTree } from './check-contracts.ts'
export type { ContractRule, ContractRuleContext, ContractViolation } from './contract-rule.ts'
export { exceptionFile } from './exceptions/accept-finding.ts'
export { type AppliedExceptions, applyExceptions } from './exceptions/apply-exceptions.ts'
export { EXCEPTION_RULES } from './exceptions/exception-findings.ts'
export type { Exception } from './exceptions/exception.ts'
export { loadExceptions } from './exceptions/load-exceptions.ts'
export { type Mode, MODES } from '../model/compatibility-mode.ts'
export type { CatalogPairs, Pair } from './catalog-pairs.ts'
export type { GateReport } from './report.ts'
