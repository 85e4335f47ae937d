import { type Catalog, isJsonSchemaFormat, type Message, type Node } from '@concordat/toolkit/model'
import { readSchemaTree } from './read-schema-tree.ts'
import type { SchemaTree } from './schema-tree.ts'

/** What a contract says of a body: a tree, the source of a schema in another language, or nothing. */
export type PayloadSchema =
  | { readonly kind: 'tree'; readonly tree: SchemaTree }
  | { readonly kind: 'source'; readonly format: string; readonly text: string }
  | { readonly kind: 'none'; readonly format: string | undefined }

/**
 * The schema of a message's data, or of its payload as it is on the wire. Avro, Protocol Buffers and the like are shown as
 * they are written: a reader of theirs knows them better in their own language.
 *
 * ```ts
 * const payload = readPayload(catalog, message, message.data)
 * ```
 */
export function readPayload(
  catalog: Catalog,
  { schemaFormat, payload }: Message,
  schema: Node | undefined,
): PayloadSchema {
  if (schemaFormat !== undefined && !isJsonSchemaFormat(schemaFormat)) {
    if (payload === undefined) return { kind: 'none', format: schemaFormat }
    const { value } = payload
    const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
    return { kind: 'source', format: schemaFormat, text }
  }
  return schema === undefined
    ? { kind: 'none', format: schemaFormat }
    : { kind: 'tree', tree: readSchemaTree(catalog, schema) }
}
