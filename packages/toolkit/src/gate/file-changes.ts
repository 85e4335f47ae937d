import type { Catalog, ContractFile } from '../model/catalog.ts'
import { referredFile } from '../model/referred-file.ts'

/** Which files of a tree say something else than in the base, themselves or through what they refer to. */
export interface FileChanges {
  readonly isChanged: (path: string) => boolean
}

/** Without a base every file is new. Two trees with equal files are told apart by hashes alone. */
export function fileChanges(base: Catalog | undefined, head: Catalog): FileChanges {
  if (base === undefined) return { isChanged: () => true }
  const touched = [...head.files.values()].filter((file) => base.files.get(file.path)?.hash !== file.hash)
  if (touched.length === 0) return { isChanged: () => false }
  let reached: ReadonlySet<string> | undefined
  return {
    isChanged: (path) => {
      reached ??= filesThatReach(touched, head)
      return reached.has(path)
    },
  }
}

/** The files and all that refer to them, directly or through others. */
function filesThatReach(touched: readonly ContractFile[], catalog: Catalog): ReadonlySet<string> {
  const referrers = new Map<string, string[]>()
  for (const file of catalog.files.values())
    for (const target of filesReferredTo(file, catalog)) {
      const known = referrers.get(target)
      if (known === undefined) referrers.set(target, [file.path])
      else known.push(file.path)
    }
  const reached = new Set<string>()
  const waiting = touched.map(({ path }) => path)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    waiting.push(...(referrers.get(path) ?? []))
  }
  return reached
}

function filesReferredTo({ references }: ContractFile, catalog: Catalog): ReadonlySet<string> {
  return new Set(references.map((reference) => referredFile(catalog, reference)))
}
