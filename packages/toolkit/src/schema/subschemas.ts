import type { Node } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { child, entries } from '../model/node.ts'
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
  if (!isObject(schema.value)) return []
  const found: Subschema[] = []
  for (const name of Object.keys(schema.value)) {
    const keyword = keywords.get(name)
    const node = keyword !== undefined && keyword.form.includes('schema') ? child(schema, name) : undefined
    if (keyword !== undefined && node !== undefined) found.push(...subschemasUnder(name, keyword, node))
  }
  return found
}

function subschemasUnder(name: string, { form, role }: Keyword, node: Node): readonly Subschema[] {
  const takesOne = form === 'schema' || form === 'schema or schemas'
  if (takesOne && isSchema(node)) return [{ node, keyword: name, role, key: undefined }]
  const takesList = form === 'schemas' || form === 'schema or schemas'
  const takesMap = form === 'map of schemas' || form === 'map of schemas or names'
  if (!(takesList && isArray(node.value)) && !(takesMap && isObject(node.value))) return []
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
