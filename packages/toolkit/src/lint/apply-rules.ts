import { compareText } from '../model/by-name.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import { openCleanFiles } from './clean-files.ts'
import type { Rule, RuleContext, Violation } from './rule.ts'
import { type RuleSettings, severityOf, verifySettings } from './rule-settings.ts'
import { rules } from './rules/index.ts'
import { endlessSchemas } from './schemas/endless-schemas.ts'
import { schemaProblems } from './schemas/schema-problems.ts'

/**
 * What all rules find, each finding once, sorted by file, line and rule.
 *
 * @throws ContractError `bad-config` where the settings name a rule that does not exist
 */
export async function applyRules(
  given: Omit<RuleContext, 'isClean'>,
  settings: RuleSettings,
): Promise<readonly Finding[]> {
  verifySettings(settings)
  const clean = openCleanFiles(given, settings)
  const context = { ...given, isClean: clean.has }
  const found = await Promise.all(rules.map((rule) => apply(rule, context, settings)))
  clean.rememberAllBut(faultyFiles(context, found.flat()))
  const findings = found.flat().flatMap((one) => toFinding(one, context.catalog, settings) ?? [])
  return withoutRepetitions(findings.toSorted(compareFindings))
}

interface Found {
  readonly rule: Rule
  readonly violation: Violation
}

async function apply(rule: Rule, context: RuleContext, settings: RuleSettings): Promise<readonly Found[]> {
  if (isOff(rule, settings)) return []
  return Array.from(await rule.check(context), (violation) => ({ rule, violation }))
}

/** Faults of schemas count even where the rule that tells of them is off, because other rules pass over what is broken. */
function faultyFiles(context: RuleContext, found: readonly Found[]): ReadonlySet<string> {
  return new Set([
    ...found.map(({ violation }) => violation.at.file),
    ...schemaProblems(context).map(({ node }) => node.file),
    ...endlessSchemas(context).flatMap((circle) => circle.map(({ file }) => file)),
  ])
}

/** A rule that passes on the rules of another tool may be off but for some of them. */
function isOff({ id }: Rule, settings: RuleSettings): boolean {
  return settings[id] === 'off' && !Object.keys(settings).some((name) => name.startsWith(`${id}/`))
}

function toFinding(
  { rule, violation }: Found,
  catalog: Catalog,
  settings: RuleSettings,
): Finding | undefined {
  const severity = severityOf(rule, violation, settings)
  if (severity === 'off') return undefined
  const { at, message, fix, code, why = rule.why } = violation
  const place = catalog.locate({ file: at.file, pointer: at.pointer })
  return { rule: code === undefined ? rule.id : `${rule.id}/${code}`, severity, place, message, why, fix }
}

function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.place.file, right.place.file) ||
    left.place.line - right.place.line ||
    compareText(left.rule, right.rule) ||
    left.place.column - right.place.column ||
    compareText(left.place.pointer, right.place.pointer) ||
    compareText(left.message, right.message)
  )
}

/** Documents that share a definition see the same thing in it. */
function withoutRepetitions(sorted: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return sorted.filter((finding) => {
    const key = JSON.stringify(finding)
    return seen.size < seen.add(key).size
  })
}
