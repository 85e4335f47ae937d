import { createHash } from 'node:crypto'
import type { Cache } from '../cache/cache.ts'
import { noCache } from '../cache/open-cache.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { BaseRevision } from './base-revision.ts'
import { cached } from './cached.ts'
import type { RuleSettings } from './rule-settings.ts'

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
  const { cache = noCache, base, rules = {} } = options
  // The rules are imported only where something changed, because most runs find nothing new.
  return cached(cache, 'lint', fingerprint(catalog, options), async () => {
    const { applyRules } = await import('./apply-rules.ts')
    return applyRules({ catalog, base, cache }, rules)
  })
}

/** Everything that findings depend on besides the rules' own code, which is part of the cache's version. */
function fingerprint({ files, systems, subjects }: Catalog, { base, rules }: LintOptions): string {
  const hash = createHash('sha256')
  for (const [path, file] of files) hash.update(`${path}\0${file.hash}\n`)
  for (const [path, blobId] of base?.blobs ?? []) if (isSchemaPath(path)) hash.update(`${path}\0${blobId}\n`)
  // The configuration decides which files are documents and versions.
  const documents = systems.map(({ name, documents }) => [name, documents.map(({ path }) => path)])
  const versions = subjects.map(({ versions }) => versions.map(({ path }) => path))
  return hash.update(JSON.stringify([base?.label, rules, documents, versions])).digest('hex')
}

function isSchemaPath(path: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(path)
}
