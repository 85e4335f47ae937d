import type { Catalog, SubjectVersion } from '@concordat/toolkit/model'
import type { ReachedFiles } from './reached-files.ts'

/** Which versions of subjects refer to a version, themselves or through others; worked out when first asked for. */
export function referrers(
  { subjects }: Catalog,
  reached: ReachedFiles,
): (version: SubjectVersion) => readonly SubjectVersion[] {
  let known: ReadonlyMap<string, readonly SubjectVersion[]> | undefined
  const read = (): ReadonlyMap<string, readonly SubjectVersion[]> => {
    const found = new Map<string, SubjectVersion[]>()
    for (const version of subjects.flatMap(({ versions }) => versions)) {
      for (const file of reached(version.schema)) {
        const list = found.get(file) ?? []
        if (file !== version.path) list.push(version)
        found.set(file, list)
      }
    }
    return found
  }
  return ({ path }) => (known ??= read()).get(path) ?? []
}
