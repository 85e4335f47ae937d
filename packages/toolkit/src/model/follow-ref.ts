import type { Catalog, Node } from './catalog.ts'
import { referenceOf } from './references.ts'

/** What a reference object of the catalog refers to, through chains of references; any other node itself. */
export function followRef(catalog: Catalog, node: Node): Node {
  const ref = referenceOf(node.value)
  return ref === undefined ? node : catalog.resolve(node, ref)
}
