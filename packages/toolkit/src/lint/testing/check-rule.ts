import { noCache } from '../../cache/open-cache.ts'
import { loadCatalog } from '../../model/load-catalog.ts'
import { memorySource } from '../../model/sources/memory-source.ts'
import type { BaseRevision } from '../base-revision.ts'
import type { Rule } from '../rule.ts'

/** Texts by path; a value that is not a text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>

/** What a rule says about some files, each as `file#pointer severity: message`, in the order in which it says it. */
export async function checkRule(rule: Rule, files: Files, base?: BaseRevision): Promise<readonly string[]> {
  const catalog = await loadCatalog(memorySource(toTexts(files)))
  const found = await rule.check({ catalog, base, cache: noCache, isClean: () => false })
  return [...found].map(
    ({ at, message, severity = rule.severity }) => `${at.file}#${at.pointer} ${severity}: ${message}`,
  )
}

/** The files as a source has them. */
export function toTexts(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    ]),
  )
}
