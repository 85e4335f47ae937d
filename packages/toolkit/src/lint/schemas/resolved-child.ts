import type { Catalog, Node } from '../../model/catalog.ts'
import { followRef } from '../../model/follow-ref.ts'
import { child } from '../../model/node.ts'

/** The node at the end of a path of keys, references on the way followed. */
export function resolvedChild(catalog: Catalog, node: Node, ...keys: readonly string[]): Node | undefined {
  let found: Node | undefined = followRef(catalog, node)
  for (const key of keys) {
    const next: Node | undefined = child(found, key)
    if (next === undefined) return undefined
    found = followRef(catalog, next)
  }
  return found
}
