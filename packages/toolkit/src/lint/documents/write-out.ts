import type { Catalog, Json, Node } from '../../model/catalog.ts'
import { followRef } from '../../model/follow-ref.ts'
import { entries } from '../../model/node.ts'
import type { OpaqueVersions } from './opaque-versions.ts'

/** What a node comes to when its references are written out, as the parser of AsyncAPI reads it. */
export interface WrittenOut {
  /** Number of values: definitions of forty lines, each of which refers to the next one twice, come to a million millions. */
  readonly size: number
  /** References, here or in what was written out before, that lead back to what they stand in. */
  readonly circular: Iterable<Node>
}

/** Deeper nesting, references followed, counts as endless, so that writing out may recurse. */
const MAX_DEPTH = 1500

/** Follows the references of a catalog's nodes; what several lead to is looked at once. */
export function writeOuts(catalog: Catalog, opaque: Pick<OpaqueVersions, 'has'>): (node: Node) => WrittenOut {
  // By values: each stands in one place.
  const sizes = new Map<Json, number>()
  const open = new Set<Json>()
  const circular = new Map<Json, Node>()
  const sizeOf = (node: Node, depth: number): number => {
    const target = targetOf(catalog, node)
    const { value } = target
    if (typeof value !== 'object' || value === null || opaque.has(target.file)) return 1
    if (depth > MAX_DEPTH) return Infinity
    if (open.has(value)) circular.set(node.value, node)
    const known = open.has(value) ? 1 : sizes.get(value)
    if (known !== undefined) return known
    open.add(value)
    const size = entries(target).reduce((sum, [, member]) => sum + sizeOf(member, depth + 1), 1)
    open.delete(value)
    sizes.set(value, size)
    return size
  }
  return (node) => ({ size: sizeOf(node, 0), circular: circular.values() })
}

/** Data may look like a reference and lead nowhere; it then stands for itself. */
function targetOf(catalog: Catalog, node: Node): Node {
  try {
    return followRef(catalog, node)
  } catch {
    return node
  }
}
