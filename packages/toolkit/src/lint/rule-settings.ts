import { ContractError } from '../model/contract-error.ts'
import type { Severity } from '../model/finding.ts'
import { quote } from './quote.ts'
import type { Rule, Violation } from './rule.ts'
import { rules } from './rules/index.ts'

/** Severities by rule id (`asyncapi/…` for single rules of the AsyncAPI parser). */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>

/** The user's severity where there is one, for the single code before the whole rule. */
export function severityOf(rule: Rule, violation: Violation, settings: RuleSettings): Severity | 'off' {
  const single = violation.code === undefined ? undefined : settings[`${rule.id}/${violation.code}`]
  return single ?? settings[rule.id] ?? violation.severity ?? rule.severity
}

/** @throws ContractError `bad-config` for names of rules that do not exist */
export function verifySettings(settings: RuleSettings): void {
  const known = new Set(rules.map((rule) => rule.id))
  const problems = Object.keys(settings)
    .filter((id) => !known.has(id.split('/')[0] ?? id))
    .map((id) => ({
      code: 'bad-config' as const,
      message: `There is no lint rule ${quote(id)}`,
      fix: 'Take the name of a rule from the reference of lint rules.',
      place: undefined,
    }))
  const [first, ...rest] = problems
  if (first !== undefined) throw new ContractError([first, ...rest])
}
