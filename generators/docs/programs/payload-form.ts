import {
  type Catalog,
  child,
  ContractError,
  followRef,
  isJsonSchemaFormat,
  type Json,
  type Node,
} from '@concordat/toolkit/model'
import type { SchemaCopier } from './schema-copier.ts'

/**
 * A payload or headers as a bundle has them: JSON Schema with its references mended, another language as it is. Undefined
 * where it stands in a file of another language that is not read.
 */
export function payloadForm(
  catalog: Catalog,
  message: Node,
  stated: Node,
  schemas: SchemaCopier,
): Json | undefined {
  const format = child(message, 'schemaFormat')?.value
  if (typeof format === 'string' && !isJsonSchemaFormat(format)) return valueOf(catalog, stated)
  const target = followRef(catalog, stated)
  const wrapped = child(target, 'schemaFormat')?.value
  const schema = child(target, 'schema')
  if (typeof wrapped !== 'string' || schema === undefined) return schemas.copy(stated)
  const form = isJsonSchemaFormat(wrapped) ? schemas.copy(schema) : valueOf(catalog, schema)
  return form === undefined ? undefined : { schemaFormat: wrapped, schema: form }
}

function valueOf(catalog: Catalog, node: Node): Json | undefined {
  try {
    return followRef(catalog, node).value
  } catch (error) {
    if (error instanceof ContractError) return undefined
    throw error
  }
}
