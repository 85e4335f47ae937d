import { type Catalog, type Json, type Node, nodeId } from '@concordat/toolkit/model'

/** The things that a node refers to, and those that they refer to in turn, by their ids; the node itself is among them. */
export type ReachedNodes = (node: Node) => ReadonlyMap<string, Node>

/** Remembers what it has followed, because a thousand events share their envelope. */
export function reachedNodes(catalog: Catalog): ReachedNodes {
  const targets = new Map<string, readonly Node[]>()
  const targetsOf = (node: Node): readonly Node[] => {
    const id = nodeId(node)
    const known = targets.get(id) ?? referencesIn(catalog, node)
    targets.set(id, known)
    return known
  }
  const reached = new Map<string, ReadonlyMap<string, Node>>()
  return (start) => {
    const known = reached.get(nodeId(start))
    if (known !== undefined) return known
    const [seen, pending] = [new Map<string, Node>(), [start]]
    reached.set(nodeId(start), seen)
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const id = nodeId(node)
      if (seen.has(id)) continue
      seen.set(id, node)
      pending.push(...targetsOf(node))
    }
    return seen
  }
}

function referencesIn(catalog: Catalog, node: Node): readonly Node[] {
  return [...referencesOf(node.value)].flatMap((ref) => targetOf(catalog, node, ref))
}

/** Over bare values: to know where each of them stands would cost most of the time. */
function* referencesOf(value: Json): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    if (key === '$ref' && typeof member === 'string') yield member
    else yield* referencesOf(member)
  }
}

/** An example may hold a `$ref` that is data and leads nowhere. */
function targetOf(catalog: Catalog, from: Node, ref: string): readonly Node[] {
  try {
    return [catalog.resolve(from, ref)]
  } catch {
    return []
  }
}
