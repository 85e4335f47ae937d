import { type Files, toTexts } from '../../lint/testing/check-rule.ts'
import type { Catalog, Json, JsonObject } from '../../model/catalog.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { pointerTokens } from '../../model/pointer.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import type { ContractRule, ContractViolation } from '../contract-rule.ts'
import { pairCatalogs } from '../pair-catalogs.ts'

/** The day on which samples are judged. */
export const TODAY = '2026-11-28'

/**
 * What a rule says about a change and about its reverse, each as `verdict thing: message [who]` where who is
 * `consumer bus/crm, publisher bus/shop`.
 */
export async function checkBothWays(
  rule: ContractRule,
  one: Files,
  other: Files,
): Promise<{ readonly there: readonly string[]; readonly back: readonly string[] }> {
  return {
    there: await checkContractRule(rule, { base: one, head: other }),
    back: await checkContractRule(rule, { base: other, head: one }),
  }
}

async function checkContractRule(
  rule: ContractRule,
  files: { readonly base: Files; readonly head: Files },
): Promise<readonly string[]> {
  const [base, head] = await Promise.all([load(files.base), load(files.head)])
  const violations = [...rule.check({ base, head, pairs: pairCatalogs(base, head), today: TODAY })]
  return [...new Set(violations.map((violation) => describe(rule, violation, { base, head })))]
}

function load(files: Files): Promise<Catalog> {
  return loadCatalog(memorySource(toTexts(files)))
}

function describe(
  rule: ContractRule,
  { thing, at, tree, message, hit, ways, verdict = rule.verdict }: ContractViolation,
  trees: { readonly base: Catalog; readonly head: Catalog },
): string {
  if (ways.length === 0) throw new Error(`${rule.id} shows no way forward`)
  if (!isThere(trees[tree], at))
    throw new Error(`${rule.id} points to ${at.file}#${at.pointer}, which is not in the ${tree}`)
  if (!/^[A-Z].*\.$/s.test(message)) throw new Error(`${rule.id} says no sentence: ${message}`)
  const who = hit.map(({ role, applications }) => [role, ...applications].join(' ')).join(', ')
  return `${verdict} ${thing.kind} ${thing.name}: ${message} [${who}]`
}

function isThere({ files }: Catalog, { file, pointer }: ContractViolation['at']): boolean {
  let value: Json | undefined = files.get(file)?.value
  for (const token of pointerTokens(pointer) ?? []) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return false
    value = (value as JsonObject)[token]
  }
  return value !== undefined
}
