import { EXCEPTION_RULES } from '../../exceptions/exception-findings.ts'
import { promiseRules } from '../../promise-rules.ts'
import { releasedRules } from '../../released-changes.ts'
import { contractRules } from '../../rules/index.ts'
import { schemaRules } from '../../schemas/schema-rules.ts'

/** What there is to say about a rule beside its id. */
export interface RuleText {
  readonly summary: string
  /** What happens to whom, or what to do; undefined where only findings say it. */
  readonly help?: string
}

/** The texts of the gate's own rules, by id. */
export const RULE_TEXTS: ReadonlyMap<string, RuleText> = new Map<string, RuleText>([
  ...contractRules.map(({ id, summary, why }) => [id, { summary, help: why }] as const),
  ...promiseRules.map(({ id, summary, why }) => [id, { summary, help: why }] as const),
  ...releasedRules.map(({ id, summary, why }) => [id, { summary, help: why }] as const),
  ...schemaRules.map(({ id, summary, repair }) => [id, { summary, help: repair }] as const),
  ...EXCEPTION_RULES.map(({ id, summary }) => [id, { summary }] as const),
])
