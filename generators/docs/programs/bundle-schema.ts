import type { Catalog, JsonObject, Node } from '@concordat/toolkit/model'
import { declaredSchema, referencedSchema, subschemas } from '@concordat/toolkit/schema'
import { SchemaCopier } from './schema-copier.ts'

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#'

/**
 * A schema with everything that it refers to in one document, under `$defs`; it takes what the original takes.
 *
 * @param elsewhere a reference to a schema that need not be copied
 */
export function bundleSchema(
  catalog: Catalog,
  stated: Node,
  elsewhere?: (schema: Node) => string | undefined,
): JsonObject {
  const schema = declaredSchema(catalog, stated)
  const copier = new SchemaCopier(catalog, '#/$defs/', elsewhere)
  const root = copier.copy(schema)
  const definitions = copier.definitions()
  return {
    $schema: dialectOf(catalog, schema),
    ...(typeof root === 'object' ? (root as JsonObject) : { allOf: [root] }),
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
  }
}

/** What the file says, or the first file with a dialect that it refers to. */
function dialectOf(catalog: Catalog, schema: Node): string {
  const parts = subschemas(schema).map(({ node }) => referencedSchema(catalog, node) ?? node)
  for (const { file } of [schema, ...parts]) {
    const root = catalog.files.get(file)?.value as JsonObject | null | undefined
    const dialect =
      typeof root === 'object' && root !== null && Object.hasOwn(root, '$schema')
        ? root['$schema']
        : undefined
    if (typeof dialect === 'string') return dialect
  }
  return DRAFT_07
}
