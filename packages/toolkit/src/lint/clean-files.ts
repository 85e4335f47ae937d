import { hash } from 'node:crypto'
import type { Cache } from '../cache/cache.ts'
import type { Catalog } from '../model/catalog.ts'
import { opaqueVersions } from './documents/opaque-versions.ts'
import { filesFrom } from './files-from.ts'
import type { RuleSettings } from './rule-settings.ts'

/** Files in which nothing was found when they, and all files that they refer to, were last as they are now. */
export interface CleanFiles {
  readonly has: (path: string) => boolean
  /** Keeps for later runs that nothing was found in any file but these. */
  readonly rememberAllBut: (paths: ReadonlySet<string>) => void
}

/** Most files never change, so most of them need not be looked at again. */
export function openCleanFiles(
  { catalog, cache }: { readonly catalog: Catalog; readonly cache: Cache },
  settings: RuleSettings,
): CleanFiles {
  const keys = fileKeys(catalog, settings)
  const clean = new Set<string>()
  for (const [path, key] of keys) if (cache.get(KIND, key) !== undefined) clean.add(path)
  return {
    has: (path) => clean.has(path),
    rememberAllBut: (paths) => {
      for (const [path, key] of keys) if (!clean.has(path) && !paths.has(path)) cache.set(KIND, key, '')
    },
  }
}

const KIND = 'lint-clean'

/** Keys for all that findings in a file depend on: the settings, and path, content and kind of every file it refers to. */
function fileKeys(catalog: Catalog, settings: RuleSettings): ReadonlyMap<string, string> {
  const versions = new Set(catalog.subjects.flatMap((subject) => subject.versions.map(({ path }) => path)))
  const opaque = opaqueVersions(catalog)
  const states = new Map<string, string>()
  const stateOf = (path: string): string => {
    const known = states.get(path)
    if (known !== undefined) return known
    const state = [path, catalog.files.get(path)?.hash, versions.has(path), opaque.has(path)].join('\0')
    states.set(path, state)
    return state
  }
  const rules = JSON.stringify(settings)
  const keyOf = (path: string): string =>
    hash('sha256', [rules, ...Array.from(filesFrom(catalog, path), stateOf)].join('\n'))
  return new Map(Array.from(catalog.files.keys(), (path) => [path, keyOf(path)]))
}
