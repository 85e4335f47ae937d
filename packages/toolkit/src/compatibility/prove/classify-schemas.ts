import type { SchemaNode } from '../graph/schema-node.ts'
import { shapeOf } from './schema-shape.ts'
import type { Part } from './schema-shape.ts'

/** Schemas in classes of equal meaning: as far as that can be read from their text and where they refer to. */
export interface SchemaClasses {
  readonly classOf: ReadonlyMap<SchemaNode, number>
  /** One schema of each class. */
  readonly members: readonly SchemaNode[]
}

/** Rounds times schemas; beyond it, schemas are equal only to themselves, which costs time and nothing else. */
const MAX_WORK = 4_000_000

/** Parts all schemas that can be reached into classes; also equal recursive schemas are found equal. */
export function classifySchemas(roots: readonly SchemaNode[]): SchemaClasses {
  const shapes = new Map<SchemaNode, readonly Part[]>()
  const classOf = classifyBottomUp(roots, shapes) ?? refine(reachable(roots, shapes))
  const members: SchemaNode[] = []
  for (const [node, id] of classOf) members[id] ??= node
  return { classOf, members }
}

/** Most schemas contain no cycle: then what they contain is classed before them. Undefined where one does. */
function classifyBottomUp(
  roots: readonly SchemaNode[],
  shapes: Map<SchemaNode, readonly Part[]>,
): ReadonlyMap<SchemaNode, number> | undefined {
  const ids = new Map<string, number>()
  const classOf = new Map<SchemaNode, number>()
  const waiting = roots.toReversed()
  for (let node = waiting.at(-1); node !== undefined; node = waiting.at(-1)) {
    const shape = shapes.get(node)
    if (classOf.has(node)) waiting.pop()
    else if (shape === undefined) {
      const parts = shapeOf(node)
      shapes.set(node, parts)
      for (const part of parts)
        if (typeof part !== 'string' && !classOf.has(part)) {
          // Its shape is known and its class is not: it waits for what it contains, which contains it.
          if (shapes.has(part)) return undefined
          waiting.push(part)
        }
    } else {
      waiting.pop()
      const key = keyOf(shape, classOf)
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      classOf.set(node, id)
    }
  }
  return classOf
}

/** Partition refinement: schemas that look alike are one class until the classes of what they contain differ. */
function refine(shapes: ReadonlyMap<SchemaNode, readonly Part[]>): ReadonlyMap<SchemaNode, number> {
  let classOf: ReadonlyMap<SchemaNode, number> = new Map([...shapes.keys()].map((node) => [node, 0]))
  let count = 0
  for (let work = 0; work <= MAX_WORK; work += shapes.size) {
    const ids = new Map<string, number>()
    const next = new Map<SchemaNode, number>()
    for (const [node, shape] of shapes) {
      const key = keyOf(shape, classOf)
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      next.set(node, id)
    }
    classOf = next
    if (ids.size === count) return classOf
    count = ids.size
  }
  return new Map([...shapes.keys()].map((node, index) => [node, index]))
}

function keyOf(shape: readonly Part[], classOf: ReadonlyMap<SchemaNode, number>): string {
  let key = ''
  for (const part of shape) key += typeof part === 'string' ? `${part} ` : `@${classOf.get(part)} `
  return key
}

function reachable(
  roots: readonly SchemaNode[],
  shapes: Map<SchemaNode, readonly Part[]>,
): ReadonlyMap<SchemaNode, readonly Part[]> {
  const found = new Set(roots)
  for (const node of found) {
    const shape = shapes.get(node) ?? shapeOf(node)
    shapes.set(node, shape)
    for (const part of shape) if (typeof part !== 'string') found.add(part)
  }
  return shapes
}
