import type { SchemaNode } from '../graph/schema-node.ts'
import type { NameSet } from './literal.ts'

/**
 * How much counts as evaluated beside `unevaluatedProperties` and `unevaluatedItems`: what always is, or all that may be,
 * depending on which branches hold.
 */
export type Reach = 'always' | 'perhaps'

/** The names that are left to `unevaluatedProperties` (2020-12, core 11.3); undefined where none are. */
export function unevaluatedNames(node: SchemaNode, reach: Reach): NameSet | undefined {
  const names = new Set<string>()
  const patterns = new Set<string>()
  for (const part of partsOf(node, reach)) {
    const isAll = part.additionalProperties !== undefined
    if (isAll || (part !== node && part.unevaluatedProperties !== undefined)) return undefined
    for (const name of part.properties?.keys() ?? []) names.add(name)
    for (const pattern of part.patternProperties?.keys() ?? []) patterns.add(pattern)
  }
  return { kind: 'others', names, patterns: [...patterns] }
}

/** The first position that is left to `unevaluatedItems`; Infinity where none is. */
export function firstUnevaluatedItem(node: SchemaNode, reach: Reach): number {
  let first = 0
  for (const part of partsOf(node, reach)) {
    const isAll = part.items !== undefined || (part !== node && part.unevaluatedItems !== undefined)
    // `contains` evaluates whichever elements it finds; validators do not agree whether it already does so in 2019-09.
    const mayBeAll = reach === 'perhaps' && part.contains !== undefined
    if (isAll || mayBeAll) return Infinity
    first = Math.max(first, part.prefixItems?.length ?? 0)
  }
  return first
}

/** The schema itself and those that it applies to the same value. */
function partsOf(start: SchemaNode, reach: Reach): ReadonlySet<SchemaNode> {
  const found = new Set([start])
  const add = (nodes: Iterable<SchemaNode | undefined>): void => {
    for (const node of nodes) if (node !== undefined) found.add(node)
  }
  for (const node of found) {
    add([node.ref, node.dynamicRef, ...(node.allOf ?? [])])
    if (node.anyOf?.length === 1) add(node.anyOf)
    if (node.oneOf?.length === 1) add(node.oneOf)
    if (reach === 'always') continue
    add([...(node.anyOf ?? []), ...(node.oneOf ?? []), node.if, node.then, node.else])
    add(node.dependentSchemas?.values() ?? [])
  }
  return found
}
