import type { Catalog, ContractFile, System } from './catalog.ts'
import type { ReadContext } from './read-context.ts'

/** What another catalog has that may be the same here. */
export type KnownCatalog = Pick<Catalog, 'files' | 'systems' | 'subjects'>

/**
 * Systems of another catalog that are the same here, by name: their documents are the same files, and so is all that those
 * refer to. Most proposals touch few systems, and the others need not be read twice.
 */
export function sameSystems(
  known: KnownCatalog,
  files: ReadonlyMap<string, ContractFile>,
  { documents, versions }: Pick<ReadContext, 'documents' | 'versions'>,
): ReadonlyMap<string, System> {
  const here = Map.groupBy(documents.values(), ({ system }) => system)
  const pathsHere = (name: string): readonly string[] =>
    (here.get(name) ?? []).map(({ document }) => document.path).toSorted()
  const there = new Map(known.systems.map((system) => [system.name, system]))
  const versionsThere = new Set(known.subjects.flatMap((subject) => subject.versions.map(({ path }) => path)))
  const isSameFile = (path: string): boolean =>
    files.get(path) === known.files.get(path) && versions.has(path) === versionsThere.has(path)
  const isSameSystem = (name: string): boolean =>
    pathsHere(name).join('\n') ===
    there
      .get(name)
      ?.documents.map(({ path }) => path)
      .join('\n')

  const isSame = (name: string): boolean => {
    const systems = new Set([name])
    const found = new Set(pathsHere(name))
    for (const path of found) {
      if (!isSameFile(path)) return false
      for (const { path: target } of files.get(path)?.references ?? []) {
        // By an identifier: which file has it depends on all the others.
        if (target === undefined) return false
        found.add(target)
      }
      // A channel without servers is on all those that the documents of its system have.
      const home = documents.get(path)?.system
      if (home === undefined || systems.has(home)) continue
      systems.add(home)
      for (const other of pathsHere(home)) found.add(other)
    }
    return [...systems].every(isSameSystem)
  }
  return new Map([...there].filter(([name]) => here.has(name) && isSame(name)))
}
