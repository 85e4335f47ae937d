import { sameJson } from '../evaluate/same-json.ts'
import type { SchemaNode } from '../graph/schema-node.ts'

/** Whether a schema fails for certain where these hold: by the type, or by the constant of a required property. */
export function tellsApart(holds: Iterable<SchemaNode>, failing: SchemaNode): boolean {
  const node = failing.ref ?? failing
  for (const held of holds) {
    if (held.type !== undefined && node.type !== undefined && !haveCommonType(held, node)) return true
    for (const name of held.required ?? []) {
      const one = held.properties?.get(name)?.const
      const other = node.properties?.get(name)?.const
      if (one !== undefined && other !== undefined && !sameJson(one, other))
        return held.type?.join() === 'object'
    }
  }
  return false
}

function haveCommonType({ type: left = [] }: SchemaNode, { type: right = [] }: SchemaNode): boolean {
  const isNumeric = left.some(isNumber) && right.some(isNumber)
  return isNumeric || left.some((type) => right.includes(type))
}

function isNumber(type: string): boolean {
  return type === 'number' || type === 'integer'
}
