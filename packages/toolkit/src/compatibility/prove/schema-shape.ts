import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import type { SchemaNode } from '../graph/schema-node.ts'

/** What a schema says itself, as text, and the schemas that it contains or refers to. */
export type Part = string | SchemaNode

/** All that a schema says, in an order that does not depend on how it was written. */
export function shapeOf(node: SchemaNode): readonly Part[] {
  const parts: Part[] = []
  for (const name of Object.keys(node).toSorted()) {
    const value: unknown = node[name as keyof SchemaNode]
    if (name === 'id' || name === 'at') continue
    if (name === 'draft') {
      // Only here do the drafts still differ: whether `contains` evaluates an element.
      if (value === 2019) parts.push('2019')
    } else put(parts, name === 'dynamicRef' ? 'ref' : name, value)
  }
  return parts
}

function put(parts: Part[], name: string, value: unknown): void {
  if (isSchema(value)) parts.push(name, value)
  else if (value instanceof Map) {
    parts.push(`${name}{`)
    for (const key of [...(value.keys() as Iterable<string>)].toSorted())
      put(parts, JSON.stringify(key), value.get(key))
    parts.push('}')
  } else if (Array.isArray(value) && value.some(isSchema)) parts.push(`${name}[`, ...(value as Part[]), ']')
  else parts.push(`${name}=${canonicalText(value as Json)}`)
}

/** The same text for equal JSON values, whatever the order of their members. */
function canonicalText(value: Json): string {
  if (typeof value === 'number') return String(value)
  if (isArray(value)) return `[${value.map(canonicalText).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value).toSorted()
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] as Json)}`).join()}}`
}

function isSchema(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && 'at' in value && 'draft' in value
}
