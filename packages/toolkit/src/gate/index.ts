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
export { decideContract } from './decide-contract.ts'
export { type DiffSide, diffSchemas } from './diff-schemas.ts'
export { describeGateRules, type GateRules } from './describe-gate-rules.ts'
export { exceptionFile } from './exceptions/accept-finding.ts'
export { type AppliedExceptions, applyExceptions } from './exceptions/apply-exceptions.ts'
export { EXCEPTION_RULES } from './exceptions/exception-findings.ts'
export type { Exception } from './exceptions/exception.ts'
export { loadExceptions } from './exceptions/load-exceptions.ts'
export { type ContractChange, findContractChanges } from './find-contract-changes.ts'
export { type Mode, MODES } from '../model/compatibility-mode.ts'
export { countReport, isPassing, type ReportCounts } from './output/count-report.ts'
export {
  judgeBump,
  judgeChange,
  nameChange,
  nameException,
  nameHit,
  nameWay,
  nameWitness,
  placeOf,
  quoteRefusal,
} from './output/describe-change.ts'
export { comparedWith, headline } from './output/headline.ts'
export { printGithubProblems } from './output/print-github.ts'
export type { ReportDocument } from './output/print-json.ts'
export { cutText, visibleText } from './output/visible-text.ts'
export { listFindings, type ListedFinding } from './output/list-findings.ts'
export { REPORT_FORMATS, type ReportFormat } from './output/report-formats.ts'
export { policyOf } from './policy/policy.ts'
export type { CatalogPairs, Pair } from './catalog-pairs.ts'
export type { GateReport } from './report.ts'
