import type { Json } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'

/** A range of integers is listed up to so many. */
const MOST_INTEGERS = 100

/** All values that a schema may allow, and perhaps more, where they are few; it looks through references. */
export function listValues(schema: SchemaNode): readonly Json[] | undefined {
  let node: SchemaNode | undefined = schema
  for (let steps = 0; node !== undefined && steps < 100; steps++) {
    if (node.enum !== undefined) return node.enum
    if (node.const !== undefined) return [node.const]
    if (node.type?.every((type) => type === 'boolean' || type === 'null') === true) return [null, false, true]
    if (node.type?.join() === 'integer') return integersOf(node)
    node = node.ref
  }
  return undefined
}

function integersOf(node: SchemaNode): readonly number[] | undefined {
  const first = Math.ceil(Math.max(node.minimum ?? -Infinity, node.exclusiveMinimum ?? -Infinity))
  const last = Math.floor(Math.min(node.maximum ?? Infinity, node.exclusiveMaximum ?? Infinity))
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || last - first >= MOST_INTEGERS)
    return undefined
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
