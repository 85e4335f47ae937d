import type { Catalog, JsonObject, Node } from '@concordat/toolkit/model'
import { declaredSchema, referencedSchema, subschemas } from '@concordat/toolkit/schema'
import { SchemaCopier } from './schema-copier.ts'

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#'

/** A schema that stands alone. */
export interface BundledSchema extends JsonObject {
  readonly $schema: string
}

/** A schema with everything that it refers to in one document, under `$defs`; it takes what the original takes. */
export function bundleSchema(catalog: Catalog, stated: Node): BundledSchema {
  const schema = declaredSchema(catalog, stated)
  const copier = new SchemaCopier(catalog, '#/$defs/')
  const root = copier.copy(schema)
  const definitions = copier.definitions()
  return {
    $schema: schemaDialect(catalog, stated),
    ...(typeof root === 'object' ? (root as JsonObject) : { allOf: [root] }),
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
  }
}

/** The `$schema` of a file, or of the first one with a dialect that it refers to. */
export function schemaDialect(catalog: Catalog, stated: Node): string {
  const schema = declaredSchema(catalog, stated)
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
