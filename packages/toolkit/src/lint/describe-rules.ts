import type { Rule } from './rule.ts'

/** What a reference page says about one rule. */
export type RuleDescription = Pick<Rule, 'id' | 'severity' | 'summary' | 'why'>

/** All rules in the order of their ids; the reference of lint rules is printed from it. */
export async function describeRules(): Promise<readonly RuleDescription[]> {
  const { rules } = await import('./rules/index.ts')
  return rules.map(({ id, severity, summary, why }) => ({ id, severity, summary, why }))
}
