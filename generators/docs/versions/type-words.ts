import type { SchemaTree } from '../schema-tree/schema-tree.ts'
import { typeLine } from '../schema-tree/type-line.ts'
import { code, type Words } from '../schema-tree/words.ts'

/** The type of a value as words of a sentence. */
export function typeWords(tree: SchemaTree): Words {
  return typeLine(tree).map((part) => (typeof part === 'string' ? part : code(part.name)))
}
