import type { Cache } from '../../cache/cache.ts'
import type { Catalog } from '../../model/catalog.ts'
import { checkSchema, type SchemaProblem } from '../../schema/check-schema.ts'
import { reachedSchemas } from './reached-schemas.ts'

const problems = new WeakMap<Catalog, readonly SchemaProblem[]>()

/** What is wrong with the schemas of a catalog themselves. */
export function schemaProblems({
  catalog,
  cache,
}: {
  readonly catalog: Catalog
  readonly cache: Cache
}): readonly SchemaProblem[] {
  const known = problems.get(catalog) ?? findProblems(catalog, cache)
  problems.set(catalog, known)
  return known
}

/** Of a file that is a sound schema as a whole nothing is wrong with any part, and the cache remembers that it is. */
function findProblems(catalog: Catalog, cache: Cache): readonly SchemaProblem[] {
  const sound = new Map<string, boolean>()
  const isSound = (path: string): boolean => {
    const known =
      sound.get(path) ?? cache.get('lint-sound', catalog.files.get(path)?.hash ?? '') !== undefined
    sound.set(path, known)
    return known
  }
  return reachedSchemas(catalog).flatMap(({ node, isDefinition }) => {
    if (!isDefinition || isSound(node.file)) return []
    const found = checkSchema(node)
    if (node.pointer === '' && found.length === 0) {
      cache.set('lint-sound', catalog.files.get(node.file)?.hash ?? '', '')
      sound.set(node.file, true)
    }
    return found
  })
}
