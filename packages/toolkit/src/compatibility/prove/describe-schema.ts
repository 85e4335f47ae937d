import type { Json } from '../../model/catalog.ts'
import { isArray } from '../../model/json.ts'
import type { SchemaNode } from '../graph/schema-node.ts'

/** What stands in a description for a schema that another one contains or refers to. */
type NumberOf = (schema: SchemaNode) => number

/** A text that is equal for schemas that say the same, in whatever order, if equal numbers stand for equal schemas. */
export function describeSchema(node: SchemaNode, numberOf: NumberOf): string {
  // Only here do the drafts still differ: whether `contains` evaluates an element.
  let text = node.draft === 2019 ? '2019' : ''
  for (const name of sorted(Object.keys(node))) {
    if (name === 'id' || name === 'at' || name === 'draft') continue
    const value = node[name as keyof SchemaNode]
    const isData = name === 'const' || name === 'enum'
    // One reference is as good as the other, once it is known where it leads.
    const said = name === 'dynamicRef' ? 'ref' : name
    text += ` ${said}=${isData ? canonicalText(value as Json) : describe(value, numberOf)}`
  }
  return text
}

function describe(value: SchemaNode[keyof SchemaNode], numberOf: NumberOf): string {
  if (typeof value !== 'object') return canonicalText(value as Json)
  if (value instanceof Map) return describeMap(value as ReadonlyMap<string, Part>, numberOf)
  if (!Array.isArray(value)) return `@${numberOf(value as SchemaNode)}`
  const parts = value as readonly (string | SchemaNode)[]
  return parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : `@${numberOf(part)}`)).join()
}

type Part = SchemaNode | readonly string[]

function describeMap(map: ReadonlyMap<string, Part>, numberOf: NumberOf): string {
  let text = '{'
  for (const key of sorted([...map.keys()]))
    text += `${JSON.stringify(key)}:${describe(map.get(key), numberOf)} `
  return `${text}}`
}

function sorted(names: readonly string[]): readonly string[] {
  return names.length > 1 ? names.toSorted() : names
}

/** The same text for equal JSON values, whatever the order of their members. */
function canonicalText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(canonicalText).join()}]`
  const names = sorted(Object.keys(value))
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name] as Json)}`).join()}}`
}
