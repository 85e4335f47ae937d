import type { Catalog, Node } from '../../model/catalog.ts'
import type { SideSchema } from './schema-sides.ts'

/** A schema on one side of a comparison. */
export interface ComparedSchema {
  /** `orders/order.created 1.0.0`, `the payload of "OrderCreated" in folder .`. */
  readonly name: string
  readonly schema: Node
  readonly catalog: Catalog
  readonly sides: Sides
}

/** What is sent and what is accepted by a schema. */
export interface Sides {
  readonly writer: (schema: Node) => SideSchema
  readonly reader: (schema: Node) => SideSchema
}

/** What something was and what it is to be. */
export interface ComparedSchemas {
  readonly old: ComparedSchema
  readonly new: ComparedSchema
}
