import type { Catalog, Node } from '../model/catalog.ts'
import { nodeId } from '../model/node.ts'
import { referencedSchema } from './schema-references.ts'
import { subschemas } from './subschemas.ts'

/**
 * Whether checking a value by the schema comes back to the schema with the same value, so that it never ends. A schema
 * of a tree does not: it goes into the tree.
 */
export function appliesItself(catalog: Catalog, schema: Node): boolean {
  const seen = new Set<string>()
  const waiting = [...appliedInPlace(catalog, schema)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const id = nodeId(node)
    if (id === nodeId(schema)) return true
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...appliedInPlace(catalog, node))
  }
  return false
}

function appliedInPlace(catalog: Catalog, schema: Node): readonly Node[] {
  const target = referencedSchema(catalog, schema)
  const inPlace = subschemas(schema).filter(
    ({ role, keyword }) => role === 'together' || role === 'perhaps' || keyword === 'not',
  )
  return [...(target === undefined ? [] : [target]), ...inPlace.map(({ node }) => node)]
}
