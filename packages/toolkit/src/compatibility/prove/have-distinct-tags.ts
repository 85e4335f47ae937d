import type { Json } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'

/**
 * Whether all schemas are for objects alone and one required property, the same for all, has other constants in each: no
 * value satisfies two of them. Most unions of many branches are of this form, and to look at each two of them takes long.
 */
export function haveDistinctTags(branches: readonly SchemaNode[]): boolean {
  const nodes = branches.map(target)
  const [first] = nodes
  if (first === undefined || !nodes.every(({ type }) => type?.join() === 'object')) return false
  return (first.required ?? []).some((name) => isTag(name, nodes))
}

function isTag(name: string, nodes: readonly SchemaNode[]): boolean {
  const seen = new Set<Json>()
  for (const { required, properties } of nodes) {
    const tags = properties?.get(name)
    const values = tags?.enum ?? (tags?.const === undefined ? undefined : [tags.const])
    if (values === undefined || required?.includes(name) !== true) return false
    const size = seen.size + new Set(values).size
    for (const value of values) {
      if (typeof value === 'object' && value !== null) return false
      seen.add(value)
    }
    if (seen.size < size) return false
  }
  return true
}

/** The schema that a reference leads to; its neighbours could only make the set smaller. */
function target(node: SchemaNode): SchemaNode {
  let found = node
  for (let steps = 0; found.ref !== undefined && found.type === undefined && steps < 100; steps++)
    found = found.ref
  return found
}
