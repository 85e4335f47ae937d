import type { SchemaNode } from '../graph/schema-node.ts'
import { reachableSchemas } from './classify-schemas.ts'

/**
 * A schema with a dynamic reference that could lead to more than one place. Where only one resource of the graph has the
 * dynamic anchor, the reference is as good as a static one.
 */
export function findDynamicScope(roots: readonly SchemaNode[]): SchemaNode | undefined {
  for (const root of roots) {
    const nodes = reachableSchemas([root])
    const resources = new Set(nodes.map(({ resource }) => resource))
    const found = nodes.find(({ dynamicRef }) => {
      const anchor = dynamicRef?.anchor
      if (anchor === undefined) return false
      return [...resources].filter(({ dynamicAnchors }) => dynamicAnchors.has(anchor)).length !== 1
    })
    if (found !== undefined) return found
  }
  return undefined
}
