import type { Catalog, Node } from '../../model/catalog.ts'
import { followRef } from '../../model/follow-ref.ts'
import { entries, nodeId } from '../../model/node.ts'
import { referenceOf } from '../../model/references.ts'

/** Deeper nesting, references followed, counts as endless, so that counting may recurse. */
const MAX_DEPTH = 1500

/**
 * Counts the values that a node holds when its references are written out, as the parser of AsyncAPI reads it: definitions
 * of forty lines, each of which refers to the next one twice, come to a million millions. What leads back into itself is
 * counted once.
 */
export function writtenOutSizes(catalog: Catalog): (node: Node) => number {
  const known = new Map<string, number>()
  const sizeOf = (node: Node, depth: number): number => {
    if (depth > MAX_DEPTH) return Infinity
    if (referenceOf(node.value) === undefined) return sizeOfMembers(node, depth)
    const target = targetOf(catalog, node)
    const id = nodeId(target)
    const size = known.get(id)
    if (size !== undefined) return size
    known.set(id, 1)
    const counted = sizeOfMembers(target, depth)
    known.set(id, counted)
    return counted
  }
  const sizeOfMembers = (node: Node, depth: number): number =>
    entries(node).reduce((size, [, member]) => size + sizeOf(member, depth + 1), 1)
  return (node) => sizeOf(node, 0)
}

/** Data may look like a reference and lead nowhere; it then stands for itself. */
function targetOf(catalog: Catalog, node: Node): Node {
  try {
    return followRef(catalog, node)
  } catch {
    return node
  }
}
