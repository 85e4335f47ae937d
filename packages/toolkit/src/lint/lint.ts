import { createHash } from 'node:crypto'
import type { Cache } from '../cache/cache.ts'
import { noCache } from '../cache/open-cache.ts'
import { compareText } from '../model/by-name.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { BaseRevision } from './base-revision.ts'
import { cached } from './cached.ts'
import type { Rule, RuleContext, Violation } from './rule.ts'
import { type RuleSettings, severityOf, verifySettings } from './rule-settings.ts'
import { rules } from './rules/index.ts'

export interface LintOptions {
  /** Revision whose released versions must not have changed; without it nothing is compared. */
  readonly base?: BaseRevision
  /** Keeps verdicts by content; without it everything is computed. */
  readonly cache?: Cache
  /** Severities by rule id that differ from the rules' own. */
  readonly rules?: RuleSettings
}

/**
 * Everything that the rules have to say about a catalog, sorted by file, line and rule.
 *
 *     const findings = await lint(await loadCatalog(folderSource('.')))
 *
 * @throws ContractError `bad-config` where the options name a rule that does not exist
 */
export async function lint(catalog: Catalog, options: LintOptions = {}): Promise<readonly Finding[]> {
  verifySettings(options.rules ?? {})
  const { cache = noCache, base } = options
  return cached(cache, 'lint', fingerprint(catalog, options), async () => {
    const context: RuleContext = { catalog, base, cache }
    const findings = await Promise.all(rules.map((rule) => apply(rule, context, options.rules ?? {})))
    return withoutRepetitions(findings.flat().toSorted(compareFindings))
  })
}

/** Everything that findings depend on besides the rules' own code, which is part of the cache's version. */
function fingerprint(catalog: Catalog, { base, rules }: LintOptions): string {
  const hash = createHash('sha256')
  for (const [path, file] of catalog.files) hash.update(`${path}\0${file.hash}\n`)
  for (const [path, blobId] of base?.blobs ?? []) if (isSchemaPath(path)) hash.update(`${path}\0${blobId}\n`)
  return hash.update(JSON.stringify([base?.label, rules])).digest('hex')
}

function isSchemaPath(path: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(path)
}

async function apply(rule: Rule, context: RuleContext, settings: RuleSettings): Promise<Finding[]> {
  if (settings[rule.id] === 'off') return []
  const findings: Finding[] = []
  for (const violation of await rule.check(context)) {
    const finding = toFinding(rule, violation, context.catalog, settings)
    if (finding !== undefined) findings.push(finding)
  }
  return findings
}

function toFinding(
  rule: Rule,
  violation: Violation,
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
