import { hash } from 'node:crypto'
import type { Cache } from '../../cache/cache.ts'
import type { Catalog } from '../../model/catalog.ts'
import { opaqueVersions } from '../documents/opaque-versions.ts'
import type { RuleSettings } from '../rule-settings.ts'

/** Versions in which nothing was found when they, and all files that they refer to, were last as they are now. */
export interface CleanVersions {
  readonly has: (path: string) => boolean
  /** Keeps for later runs that nothing was found in any version but these. */
  readonly rememberAllBut: (paths: ReadonlySet<string>) => void
}

/** Most versions never change, so most of them need not be looked at again. */
export function openCleanVersions(
  { catalog, cache }: { readonly catalog: Catalog; readonly cache: Cache },
  settings: RuleSettings,
): CleanVersions {
  const keys = versionKeys(catalog, settings)
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

/** Keys for all that findings in a version depend on: the settings, and path, content and kind of every file it refers to. */
function versionKeys(catalog: Catalog, settings: RuleSettings): ReadonlyMap<string, string> {
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
    hash('sha256', [rules, ...filesFrom(catalog, path).map(stateOf)].join('\n'))
  return new Map(Array.from(versions, (path) => [path, keyOf(path)]))
}

/** The file itself and all that it refers to, over others too. */
function filesFrom(catalog: Catalog, path: string): readonly string[] {
  const found = new Set([path])
  for (const file of found)
    for (const reference of catalog.files.get(file)?.references ?? [])
      found.add(reference.path ?? catalog.resolve(reference, reference.ref).file)
  return [...found]
}
