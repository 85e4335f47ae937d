import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import type { SchemaNode } from '../graph/schema-node.ts'

/** Schemas in classes of equal meaning: as far as that can be read from their text and where they refer to. */
export interface SchemaClasses {
  readonly classOf: ReadonlyMap<SchemaNode, number>
  /** One schema of each class. */
  readonly members: readonly SchemaNode[]
}

type Part = string | SchemaNode

/** Rounds times schemas; beyond it, schemas are equal only to themselves, which costs time and nothing else. */
const MAX_WORK = 4_000_000

/**
 * Partition refinement: schemas that look alike are one class until the classes of what they contain differ. So equal
 * recursive schemas are found equal too.
 */
export function classifySchemas(roots: readonly SchemaNode[]): SchemaClasses {
  const nodes = reachableSchemas(roots)
  const shapes = nodes.map(shapeOf)
  let classOf = new Map<SchemaNode, number>(nodes.map((node) => [node, 0]))
  let count = 0
  let work = 0
  for (;;) {
    const ids = new Map<string, number>()
    const next = new Map<SchemaNode, number>()
    for (const [index, node] of nodes.entries()) {
      const shape = shapes[index] ?? []
      const key = shape.map((part) => (typeof part === 'string' ? part : `@${classOf.get(part)}`)).join(' ')
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      next.set(node, id)
    }
    classOf = next
    if (ids.size === count) break
    count = ids.size
    work += nodes.length
    if (work > MAX_WORK) {
      classOf = new Map(nodes.map((node, index) => [node, index]))
      break
    }
  }
  const members: SchemaNode[] = []
  for (const [node, id] of classOf) members[id] ??= node
  return { classOf, members }
}

function shapeOf(node: SchemaNode): readonly Part[] {
  const parts: Part[] = []
  const put = (name: string, value: unknown): void => {
    if (isSchema(value)) parts.push(name, value)
    else if (value instanceof Map) {
      parts.push(name, '{')
      for (const [key, child] of [...value].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        put(JSON.stringify(key), child)
      parts.push('}')
    } else if (Array.isArray(value) && value.some(isSchema)) {
      parts.push(name, '[')
      for (const child of value) put('', child)
      parts.push(']')
    } else parts.push(name, canonicalText(value as Json))
  }
  for (const [name, value] of Object.entries(node).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (name === 'id' || name === 'at' || name === 'resource') continue
    if (name === 'draft') {
      // Only here do the drafts still differ: whether `contains` evaluates an element.
      if (value === 2019) parts.push('2019')
    } else if (name === 'dynamicRef') put('ref', (value as { readonly target: SchemaNode }).target)
    else put(name, value)
  }
  return parts
}

/** The same text for equal JSON values, whatever the order of their members. */
function canonicalText(value: Json): string {
  if (isArray(value)) return `[${value.map(canonicalText).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join()}}`
}

function isSchema(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && 'resource' in value
}

/** Every schema that can be reached, each once. */
export function reachableSchemas(roots: readonly SchemaNode[]): readonly SchemaNode[] {
  const found = new Set<SchemaNode>(roots)
  for (const node of found) for (const part of shapeOf(node)) if (typeof part !== 'string') found.add(part)
  return [...found]
}
