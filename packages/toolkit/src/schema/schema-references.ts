import type { Catalog, Node } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import { isObjectNode } from '../model/node.ts'

/** JSON Schema drafts from 2019-09 on apply the keywords beside a `$ref`; those before ignore them. */
const SIBLINGS_COUNT = /^https?:\/\/json-schema\.org\/(?:draft\/(?:2019-09|20[2-9]\d-\d\d|next)|v1)\b/

/** The schema that `$ref`, `$recursiveRef` or `$dynamicRef` names; the last two are followed as if nothing extended them. */
export function referencedSchema(catalog: Catalog, schema: Node): Node | undefined {
  if (!isObjectNode(schema)) return undefined
  for (const keyword of ['$ref', '$recursiveRef', '$dynamicRef']) {
    const ref = Object.hasOwn(schema.value, keyword) ? schema.value[keyword] : undefined
    if (typeof ref === 'string') return catalog.resolve(schema, ref)
  }
  return undefined
}

/** Whether the schema is nothing but a reference: keywords beside it do not count in its dialect. */
export function isPureReference(catalog: Catalog, schema: Node): boolean {
  if (!isObjectNode(schema) || !Object.hasOwn(schema.value, '$ref')) return false
  return Object.keys(schema.value).length === 1 || !siblingsCount(catalog, schema)
}

/** What a schema that is nothing but a reference refers to; any other schema itself. */
export function declaredSchema(catalog: Catalog, schema: Node): Node {
  return isPureReference(catalog, schema) ? (referencedSchema(catalog, schema) ?? schema) : schema
}

function siblingsCount(catalog: Catalog, schema: Node): boolean {
  const root = catalog.files.get(schema.file)?.value
  const dialect = isObject(root) && Object.hasOwn(root, '$schema') ? root['$schema'] : undefined
  return typeof dialect === 'string' && SIBLINGS_COUNT.test(dialect)
}
