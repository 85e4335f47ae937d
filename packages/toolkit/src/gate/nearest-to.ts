import { resolvedChild } from '../lint/schemas/resolved-child.ts'
import type { Catalog, Node } from '../model/catalog.ts'

/** The member that keys lead to, or what is nearest on the way to it: where a reader looks for what is missing. */
export function nearestTo(catalog: Catalog, node: Node, ...keys: readonly string[]): Node {
  for (let length = keys.length; length > 0; length--) {
    const found = resolvedChild(catalog, node, ...keys.slice(0, length))
    if (found !== undefined) return found
  }
  return node
}
