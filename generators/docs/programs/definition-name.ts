import { type Catalog, type Node, pointerTokens } from '@concordat/toolkit/model'

/** A name for a schema in a bundle, of characters that need no escape in a JSON Pointer or a URI. */
export function definitionName({ subjects }: Catalog, { file, pointer }: Node): string {
  const version = subjects.flatMap(({ versions }) => versions).find(({ path }) => path === file)
  const last = pointerTokens(pointer)?.at(-1)
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const words = version === undefined ? [last ?? stem] : [version.id, ...(last === undefined ? [] : [last])]
  return words.join('.').replaceAll(/[^\w.-]+/g, '.') || 'schema'
}
