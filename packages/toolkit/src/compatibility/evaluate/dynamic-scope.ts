import type { DynamicReference, SchemaNode, SchemaResource } from '../graph/schema-node.ts'

/** The schema resources that evaluation came through, the innermost first (2020-12 Core, 7.1). */
export interface Scope {
  readonly resource: SchemaResource
  readonly outer: Scope | undefined
}

export function enter(scope: Scope | undefined, resource: SchemaResource): Scope {
  return scope?.resource === resource ? scope : { resource, outer: scope }
}

/** The schema that a dynamic reference leads to: the outermost one of the scope with its anchor (2020-12 Core, 8.2.3.2). */
export function resolveDynamic({ target, anchor }: DynamicReference, scope: Scope): SchemaNode {
  let found = target
  if (anchor === undefined) return found
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer)
    found = at.resource.dynamicAnchors.get(anchor) ?? found
  return found
}
