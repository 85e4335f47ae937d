import type { Node } from '@concordat/toolkit/model'
import type { SchemaGroup, SchemaPart } from './schema-tree.ts'

/** A part before its schemas are read. */
export interface PartPlan extends Omit<SchemaPart, 'schema'> {
  /** All that hold for the part together. */
  readonly schemas: readonly Node[]
}

export interface GroupPlan extends Omit<SchemaGroup, 'parts'> {
  readonly parts: readonly PartPlan[]
}
