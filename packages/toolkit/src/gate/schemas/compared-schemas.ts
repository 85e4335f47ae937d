import type { Catalog, Node } from '../../model/catalog.ts'
import type { SchemaSides } from './schema-sides.ts'

/** A schema on one side of a comparison. */
export interface ComparedSchema {
  /** `orders/order.created 1.0.0`, `the payload of "OrderCreated" in folder .`. */
  readonly name: string
  readonly schema: Node
  readonly catalog: Catalog
  readonly sides: SchemaSides
}

/** What something was and what it is to be. */
export interface ComparedSchemas {
  readonly old: ComparedSchema
  readonly new: ComparedSchema
}
