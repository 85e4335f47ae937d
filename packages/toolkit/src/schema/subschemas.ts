import type { Json, JsonObject, Node } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'
import { child } from '../model/node.ts'
import { joinPointer } from '../model/pointer.ts'
import { type Keyword, type KeywordRole, keywords } from './keywords.ts'

/** A schema right under another one. */
export interface Subschema {
  readonly node: Node
  readonly keyword: string
  readonly role: KeywordRole
  /** Key or index under the keyword, where it has several. */
  readonly key: string | undefined
}

/** The keywords under which schemas stand. */
const schemaKeywords: ReadonlyMap<string, Keyword> = new Map(
  [...keywords].filter(([, { form }]) => form.includes('schema')),
)

/**
 * The schemas right under a schema in the order of the file, definitions included, or only those of some roles;
 * references are not followed.
 */
export function subschemas(schema: Node, roles?: ReadonlySet<KeywordRole>): readonly Subschema[] {
  if (!isObject(schema.value)) return []
  const all = known.get(schema.value) ?? findSubschemas(schema, schema.value)
  // Most schemas have none, and that is found out as fast as it is looked up.
  if (all.length > 0) known.set(schema.value, all)
  return roles === undefined ? all : all.filter(({ role }) => roles.has(role))
}

/** By the schema's value, which stands in one place: everything that looks at schemas asks for them again and again. */
const known = new WeakMap<JsonObject, readonly Subschema[]>()

const NONE: readonly Subschema[] = []

function findSubschemas(schema: Node, value: JsonObject): readonly Subschema[] {
  let found: Subschema[] | undefined
  for (const name in value) {
    const keyword = schemaKeywords.get(name)
    const node = keyword === undefined ? undefined : child(schema, name)
    if (keyword !== undefined && node !== undefined) addSubschemas(name, keyword, node, (found ??= []))
  }
  return found ?? NONE
}

function addSubschemas(keyword: string, { form, role }: Keyword, node: Node, found: Subschema[]): void {
  const takesOne = form === 'schema' || form === 'schema or schemas'
  if (takesOne && isSchema(node)) {
    found.push({ node, keyword, role, key: undefined })
    return
  }
  const takesList = form === 'schemas' || form === 'schema or schemas'
  const takesMap = form === 'map of schemas' || form === 'map of schemas or names'
  if (!(takesList && isArray(node.value)) && !(takesMap && isObject(node.value))) return
  const { file, pointer } = node
  const members = node.value as JsonObject
  for (const key in members) {
    const member = { file, pointer: joinPointer(pointer, key), value: members[key] as Json }
    if (isSchema(member)) found.push({ node: member, keyword, role, key })
  }
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
