import { type Catalog, type Node, pointerTokens } from '@concordat/toolkit/model'

/** A name for a schema in a bundle, of characters that need no escape in a JSON Pointer or a URI. */
export function definitionName(catalog: Catalog, { file, pointer }: Node): string {
  const version = versionIds(catalog).get(file)
  const last = pointerTokens(pointer)?.at(-1)
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const words = version === undefined ? [last ?? stem] : [version, ...(last === undefined ? [] : [last])]
  return words.join('.').replaceAll(/[^\w.-]+/g, '.') || 'schema'
}

const known = new WeakMap<Catalog, ReadonlyMap<string, string>>()

/** Ids of versions by path; kept, because every reference of a thousand schemas asks for one. */
function versionIds(catalog: Catalog): ReadonlyMap<string, string> {
  const ids = known.get(catalog)
  if (ids !== undefined) return ids
  const versions = catalog.subjects.flatMap((subject) => subject.versions)
  const read = new Map(versions.map(({ path, id }) => [path, id]))
  known.set(catalog, read)
  return read
}
