import type { Catalog } from '../../model/catalog.ts'
import type { DocumentFault } from './document-fault.ts'
import type { OpaqueVersions } from './opaque-versions.ts'
import { MOST_VALUES, tooLarge } from './too-large.ts'
import { writeOuts } from './write-out.ts'

/** Opaque versions that are too large when their references are written out. */
export function oversizedVersions(catalog: Catalog, opaque: OpaqueVersions): readonly DocumentFault[] {
  const mostOf = upperBounds(catalog)
  const writeOut = writeOuts(catalog, { has: () => false })
  return [...catalog.files.values()].flatMap(({ path, value }) => {
    if (!opaque.has(path) || mostOf(path) <= MOST_VALUES) return []
    const node = { file: path, pointer: '', value }
    return writeOut(node).size > MOST_VALUES ? [tooLarge('schema', node)] : []
  })
}

/**
 * How many values a file can have at most when its references are written out; without limit where they lead back to it.
 * A value takes a character and another one to end it, so almost no file has to be counted.
 */
function upperBounds({ files }: Catalog): (path: string) => number {
  const known = new Map<string, number>()
  const mostOf = (path: string): number => {
    const bound = known.get(path)
    if (bound !== undefined) return bound
    known.set(path, Infinity)
    const file = files.get(path)
    const most = (file?.references ?? []).reduce(
      (sum, { path: target }) => sum + (target === undefined ? Infinity : mostOf(target)),
      (file?.text.length ?? 0) / 2,
    )
    known.set(path, most)
    return most
  }
  return mostOf
}
