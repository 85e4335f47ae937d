import type { Catalog } from '../model/catalog.ts'
import { SchemaSides } from './schemas/schema-sides.ts'

/** One of the two trees that are compared, with what is worked out about its schemas. */
export interface Tree {
  readonly catalog: Catalog
  readonly sides: SchemaSides
}

export function openTree(catalog: Catalog): Tree {
  return { catalog, sides: new SchemaSides(catalog) }
}
