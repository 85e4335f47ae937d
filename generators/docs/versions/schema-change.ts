import type { Words } from '../schema-tree/words.ts'

/** One thing that two versions of a schema say differently, in words. */
export interface SchemaChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Labels of the parts that lead to it, from the outside in; empty for the schema itself. */
  readonly where: readonly Words[]
  /** Path of the part in the newer tree, in the older one where it is gone: the id of its place on a page. */
  readonly path: string
  /** What is different, a line each. */
  readonly lines: readonly Words[]
}
