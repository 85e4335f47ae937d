import { type Catalog, child, entries, items, type Json, type Node, nodeId } from '@concordat/toolkit/model'
import { isPureReference, isSchema, referencedSchema } from '@concordat/toolkit/schema'
import type { SchemaReference } from './schema-tree.ts'
import { typeName } from './type-name.ts'

/** The schemas that describe one value together: through `$ref`, `allOf` and the one alternative that is not `null`. */
export interface Together {
  readonly members: readonly Member[]
  readonly references: readonly SchemaReference[]
  readonly choices: readonly Choice[]
  /** Whether an alternative is `null`. */
  readonly offersNull: boolean
  /** Every schema that was met, to end recursion. */
  readonly ids: ReadonlySet<string>
}

export interface Member {
  readonly node: Node
  /** Whether it stands beside a `$ref` of a dialect in which only annotations count there. */
  readonly isIgnored: boolean
  /** Whether `null` is allowed beside it. */
  readonly isOrNull: boolean
}

export interface Choice {
  readonly keyword: 'oneOf' | 'anyOf'
  readonly options: readonly Node[]
  /** The schema that it stands in. */
  readonly owner: Node
}

/** Gathers them in the order in which a reader meets them: what a schema says itself goes before what it refers to. */
export function gatherTogether(
  catalog: Catalog,
  schemas: readonly Node[],
  trail: ReadonlySet<string>,
): Together {
  const found: Found = {
    catalog,
    trail,
    members: [],
    references: [],
    choices: [],
    offersNull: false,
    ids: new Set(),
  }
  for (const schema of schemas) gather(found, schema, { isNamed: false, isOrNull: false })
  return found
}

interface Found {
  readonly catalog: Catalog
  readonly trail: ReadonlySet<string>
  readonly members: Member[]
  readonly references: SchemaReference[]
  readonly choices: Choice[]
  offersNull: boolean
  readonly ids: Set<string>
}

interface Way {
  /** Whether a name leads here: what the named schema refers to is its own matter. */
  readonly isNamed: boolean
  readonly isOrNull: boolean
}

function gather(found: Found, node: Node, way: Way): void {
  const id = nodeId(node)
  if (found.ids.has(id) || !isSchema(node)) return
  found.ids.add(id)
  const { isOrNull } = way
  const isIgnored = isPureReference(found.catalog, node)
  if (!isIgnored || Object.keys(node.value as object).length > 1)
    found.members.push({ node, isIgnored, isOrNull })
  const target = referencedSchema(found.catalog, node)
  if (target !== undefined) gatherNamed(found, target, way)
  if (isIgnored) return
  for (const member of items(child(node, 'allOf'))) gather(found, member, way)
  for (const keyword of ['oneOf', 'anyOf'] as const) gatherChoice(found, node, keyword, way)
}

function gatherNamed(found: Found, target: Node, { isNamed, isOrNull }: Way): void {
  const isRecursive = found.trail.has(nodeId(target))
  const isKnown = found.references.some((other) => nodeId(other.target) === nodeId(target))
  if ((!isNamed || isRecursive) && !isKnown)
    found.references.push({ name: typeName(found.catalog, target), target, isRecursive })
  if (!isRecursive) gather(found, target, { isNamed: true, isOrNull })
}

function gatherChoice(found: Found, owner: Node, keyword: Choice['keyword'], way: Way): void {
  const options = items(child(owner, keyword)).filter((option) => isSchema(option))
  if (options.length === 0) return
  const others = options.filter((option) => !isNull(option.value))
  const isOrNull = others.length < options.length
  found.offersNull ||= isOrNull
  const [only, ...more] = others
  if (only !== undefined && more.length === 0 && (keyword === 'anyOf' || isSafe(found.catalog, only)))
    gather(found, only, { ...way, isOrNull: isOrNull || way.isOrNull })
  else found.choices.push({ keyword, options: others.length === 0 ? options : others, owner })
}

function isNull(schema: Json): boolean {
  const [[keyword, value] = [], ...more] = entries({ file: '', pointer: '', value: schema })
  if (keyword === undefined || more.some(([name]) => name !== 'description' && name !== 'title')) return false
  return keyword === 'type' ? value?.value === 'null' : keyword === 'const' && value?.value === null
}

/** `oneOf` refuses `null` where two of its schemas allow it. */
function isSafe(catalog: Catalog, option: Node): boolean {
  const type = child(referencedSchema(catalog, option) ?? option, 'type')?.value
  return !(Array.isArray(type) && type.includes('null'))
}
