import type { Catalog, Node } from '@concordat/toolkit/model'
import { choiceGroups } from './choice-parts.ts'
import { conditionGroups } from './condition-parts.ts'
import { itemGroup } from './item-parts.ts'
import type { GroupPlan } from './part-plan.ts'
import { propertyGroup } from './property-parts.ts'
import { readFacts } from './read-facts.ts'
import { readTypes } from './read-types.ts'
import { readValues } from './read-values.ts'
import type { SchemaGroup, SchemaMark, SchemaPart, SchemaTree } from './schema-tree.ts'
import { annotation } from './stated.ts'
import { gatherTogether, type Together } from './together.ts'

/** More parts than this nobody reads on one page. */
const MOST_PARTS = 400

/**
 * Reads a schema as a tree for people. `allOf` and `$ref` are merged into the value that they describe, a schema inside of
 * itself is only named. A tree that would be too large is cut at its deepest parts: what stands near the root is always there.
 *
 * ```ts
 * const tree = readSchemaTree(catalog, version.schema)
 * tree.groups[0]?.parts.map(({ label }) => plainText(label)) // ['order_id', 'total', …]
 * ```
 */
export function readSchemaTree(catalog: Catalog, schema: Node, mostParts: number = MOST_PARTS): SchemaTree {
  const waiting: Waiting[] = []
  const root = openTree(catalog, { schemas: [schema], path: '', trail: new Set() }, waiting)
  let parts = 0
  // The queue grows while it is worked off: level by level, so that the budget is spent near the root first.
  for (const { tree, together, path, trail } of waiting) {
    const plans = planGroups(catalog, together, path)
    parts += plans.reduce((sum, plan) => sum + plan.parts.length, 0)
    if (parts > mostParts) tree.isCut = plans.length > 0
    else for (const plan of plans) tree.groups.push(openGroup(catalog, plan, trail, waiting))
  }
  return root
}

interface Place {
  readonly schemas: readonly Node[]
  readonly path: string
  /** Schemas around this one, to end recursion. */
  readonly trail: ReadonlySet<string>
}

interface GrowingTree extends SchemaTree {
  readonly groups: SchemaGroup[]
  isCut: boolean
}

interface Waiting {
  readonly tree: GrowingTree
  readonly together: Together
  readonly path: string
  readonly trail: ReadonlySet<string>
}

function openTree(catalog: Catalog, { schemas, path, trail }: Place, waiting: Waiting[]): SchemaTree {
  const together = gatherTogether(catalog, schemas, trail)
  const [title, description] = ['title', 'description'].map((keyword) => annotation(together, keyword))
  const isRepeated = together.references.some(({ isRecursive }) => isRecursive)
  const values = once(() => readValues(catalog, together))
  const facts = once(() => readFacts(catalog, together))
  const tree: GrowingTree = {
    // What is not repeated still has a type.
    ...readTypes(isRepeated ? gatherTogether(catalog, schemas, new Set()) : together),
    references: together.references,
    title: typeof title === 'string' ? title : undefined,
    description: typeof description === 'string' ? description : undefined,
    marks: marksOf(together),
    // Whoever only wants to know which fields there are does not ask for these.
    get values() {
      return values()
    },
    get facts() {
      return facts()
    },
    groups: [],
    isCut: false,
  }
  waiting.push({ tree, together, path, trail: new Set([...trail, ...together.ids]) })
  return tree
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const MARKS: readonly (readonly [keyword: string, mark: SchemaMark])[] = [
  ['deprecated', 'deprecated'],
  ['readOnly', 'read only'],
  ['writeOnly', 'write only'],
]

function marksOf(together: Together): readonly SchemaMark[] {
  return MARKS.flatMap(([keyword, mark]) => (annotation(together, keyword) === true ? [mark] : []))
}

function planGroups(catalog: Catalog, together: Together, path: string): readonly GroupPlan[] {
  return [
    ...propertyGroup(together, path),
    ...itemGroup(together, path),
    ...choiceGroups(catalog, together, path),
    ...conditionGroups(catalog, together, path),
  ]
}

function openGroup(
  catalog: Catalog,
  plan: GroupPlan,
  trail: ReadonlySet<string>,
  waiting: Waiting[],
): SchemaGroup {
  const { kind, heading } = plan
  const parts = plan.parts.map(({ schemas, ...part }): SchemaPart => ({
    ...part,
    schema: openTree(catalog, { schemas, path: part.path, trail }, waiting),
  }))
  return { kind, heading, parts }
}
