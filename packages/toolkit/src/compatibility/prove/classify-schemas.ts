import type { SchemaNode } from '../graph/schema-node.ts'
import { describeSchema } from './describe-schema.ts'

/** Schemas in classes of equal meaning: as far as that can be read from their text and where they refer to. */
export interface SchemaClasses {
  readonly classOf: ReadonlyMap<SchemaNode, number>
  /** One schema of each class. */
  readonly members: readonly SchemaNode[]
}

/** Rounds times schemas; beyond it, schemas are equal only to themselves, which costs time and nothing else. */
const MAX_WORK = 400_000

/** More schemas inside each other could overflow the stack. */
const MAX_DEPTH = 1_500

/** Parts all schemas that can be reached into classes; also equal recursive schemas are found equal. */
export function classifySchemas(roots: readonly SchemaNode[]): SchemaClasses {
  const classOf = classifyBottomUp(roots) ?? refine(reachable(roots))
  const members: SchemaNode[] = []
  for (const [node, id] of classOf) members[id] ??= node
  return { classOf, members }
}

/** Most schemas contain no cycle: then what they contain is classed before them. Undefined where one does. */
function classifyBottomUp(roots: readonly SchemaNode[]): ReadonlyMap<SchemaNode, number> | undefined {
  const ids = new Map<string, number>()
  const classOf = new Map<SchemaNode, number>()
  const open = new Set<SchemaNode>()
  let isDone = true
  const classify = (node: SchemaNode): number => {
    const known = classOf.get(node)
    if (known !== undefined || !isDone) return known ?? -1
    if (open.has(node) || open.size >= MAX_DEPTH) {
      isDone = false
      return -1
    }
    open.add(node)
    const text = describeSchema(node, classify)
    open.delete(node)
    const id = ids.get(text) ?? ids.size
    ids.set(text, id)
    classOf.set(node, id)
    return id
  }
  for (const root of roots) classify(root)
  return isDone ? classOf : undefined
}

/** Partition refinement: schemas that look alike are one class until the classes of what they contain differ. */
function refine(nodes: readonly SchemaNode[]): ReadonlyMap<SchemaNode, number> {
  let classOf: ReadonlyMap<SchemaNode, number> = new Map(nodes.map((node) => [node, 0]))
  let count = 0
  for (let work = 0; work <= MAX_WORK; work += nodes.length) {
    const ids = new Map<string, number>()
    const next = new Map<SchemaNode, number>()
    for (const node of nodes) {
      const text = describeSchema(node, (part) => classOf.get(part) ?? -1)
      const id = ids.get(text) ?? ids.size
      ids.set(text, id)
      next.set(node, id)
    }
    classOf = next
    if (ids.size === count) return classOf
    count = ids.size
  }
  return new Map(nodes.map((node, index) => [node, index]))
}

function reachable(roots: readonly SchemaNode[]): readonly SchemaNode[] {
  const found = new Set(roots)
  for (const node of found)
    describeSchema(node, (part) => {
      found.add(part)
      return 0
    })
  return [...found]
}
