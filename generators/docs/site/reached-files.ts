import { type Catalog, type Json, type Node, nodeId } from '@concordat/toolkit/model'

/** Files in which the things stand that a node refers to, its own and those that they refer to in turn among them. */
export type ReachedFiles = (node: Node) => ReadonlySet<string>

/** Remembers what it has followed, because a thousand events share their envelope. */
export function reachedFiles(catalog: Catalog): ReachedFiles {
  const targets = new Map<string, readonly Node[]>()
  const targetsOf = (node: Node): readonly Node[] => {
    const id = nodeId(node)
    const known = targets.get(id) ?? referencesIn(catalog, node)
    targets.set(id, known)
    return known
  }
  return (start) => {
    const [files, seen, pending] = [new Set<string>(), new Set<string>(), [start]]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const id = nodeId(node)
      if (seen.has(id)) continue
      seen.add(id)
      files.add(node.file)
      pending.push(...targetsOf(node))
    }
    return files
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
