import type { Node } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { child, entries, isObjectNode } from '../model/node.ts'
import { type Keyword, type KeywordRole, keywords } from './keywords.ts'

/** A schema right under another one. */
export interface Subschema {
  readonly node: Node
  readonly keyword: string
  readonly role: KeywordRole
  /** Key or index under the keyword, where it has several. */
  readonly key: string | undefined
}

/** The schemas right under a schema in the order of the file, definitions included; references are not followed. */
export function subschemas(schema: Node): readonly Subschema[] {
  return entries(isObjectNode(schema) ? schema : undefined).flatMap(([name, node]) => {
    const keyword = keywords.get(name)
    return keyword === undefined ? [] : subschemasOf(name, keyword, node)
  })
}

function subschemasOf(name: string, keyword: Keyword, node: Node): readonly Subschema[] {
  const { form, role } = keyword
  const single = form === 'schema' || (form === 'schema or schemas' && !isArray(node.value))
  if (single) return isSchema(node) ? [{ node, keyword: name, role, key: undefined }] : []
  const isList = form === 'schemas' || form === 'schema or schemas'
  const isMap = form === 'map of schemas' || form === 'map of schemas or names'
  if (!(isList && isArray(node.value)) && !(isMap && isObject(node.value))) return []
  return entries(node)
    .filter(([, member]) => isSchema(member))
    .map(([key, member]) => ({ node: member, keyword: name, role, key }))
}

/** Whether a value has the form of a schema: an object or a boolean. */
export function isSchema(node: Node | undefined): node is Node {
  return node !== undefined && (isObject(node.value) || typeof node.value === 'boolean')
}

/** The schema of a property that the schema itself declares. */
export function propertySchema(schema: Node, name: string): Node | undefined {
  const properties = child(schema, 'properties')
  const found = properties === undefined ? undefined : child(properties, name)
  return isSchema(found) ? found : undefined
}
