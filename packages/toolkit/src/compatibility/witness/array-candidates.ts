import type { Json } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Case, Goal, Search } from './goal.ts'

const MAX_LENGTH = 200

/** Arrays of every length at a bound, with one item or all changed into what the schemas may refuse. */
export function* arrayCandidates(found: Case, search: Search): Generator<readonly Json[]> {
  const lengths = lengthsOf(found)
  for (const length of lengths) {
    const plain = Array.from({ length }, (_, index) => search.solve(goalAt(found.holds, index), 1))
    if (plain.every((values) => values.length > 0)) {
      const base = plain.map(([value]) => value as Json)
      yield base
      for (const index of base.keys())
        for (const value of refusedAt(found, index, search)) yield base.with(index, value)
    }
    const items = Array.from({ length }, (_, index) => valuesAt(found.holds, index, search))
    if (items.some((values) => values.length === 0)) continue
    const base = items.map(([value]) => value as Json)
    yield base
    yield items.map((values, index) => values[index % values.length] as Json)
    for (const index of base.keys())
      for (const value of [...refusedAt(found, index, search), ...(items[index] ?? [])]) {
        yield base.with(index, value)
        yield items.map((values, at) => (at === index ? value : (values[at % values.length] as Json)))
        yield base.map(() => value)
      }
  }
}

function lengthsOf({ holds, breaks }: Case): readonly number[] {
  const nodes = [...holds, ...breaks]
  const bounds = nodes.flatMap((node) => [
    node.minItems,
    node.maxItems,
    node.minContains,
    node.maxContains,
    node.prefixItems?.length,
  ])
  const around = bounds.flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]))
  const lengths = new Set([0, 1, 2, 3, ...around].filter((length) => length >= 0 && length <= MAX_LENGTH))
  const least = Math.max(0, ...holds.map(({ minItems = 0 }) => minItems))
  const most = Math.min(MAX_LENGTH, ...holds.map(({ maxItems = MAX_LENGTH }) => maxItems))
  return [...lengths].filter((length) => length >= least && length <= most).toSorted((a, b) => a - b)
}

function goalAt(holds: readonly SchemaNode[], index: number): Goal {
  return { holds: itemsAt(holds, index), fails: [] }
}

function valuesAt(holds: readonly SchemaNode[], index: number, search: Search): readonly Json[] {
  const needed = itemsAt(holds, index)
  const hasUnique = holds.some(({ uniqueItems }) => uniqueItems === true)
  const contained = holds.flatMap(({ contains }) => contains ?? [])
  return [
    ...contained.flatMap((schema) => search.solve({ holds: [...needed, schema], fails: [] }, 2)),
    ...search.solve({ holds: needed, fails: [] }, hasUnique ? 12 : 4),
  ]
}

function* refusedAt({ holds, breaks }: Case, index: number, search: Search): Generator<Json> {
  const needed = itemsAt(holds, index)
  const refusing = [...itemsAt(breaks, index), ...breaks.flatMap(({ contains }) => contains ?? [])]
  const asked = holds.flatMap(({ contains }) => contains ?? [])
  const contained = [...holds, ...breaks].flatMap(({ contains }) => contains ?? [])
  for (const limit of [1, 2]) {
    for (const schema of asked) yield* search.solve({ holds: [...needed, schema], fails: refusing }, limit)
    if (refusing.length > 1) yield* search.solve({ holds: needed, fails: refusing }, limit)
    for (const schema of refusing) yield* search.solve({ holds: needed, fails: [schema] }, limit)
    for (const schema of contained) {
      yield* search.solve({ holds: [...needed, schema], fails: [] }, limit)
      yield* search.solve({ holds: needed, fails: [schema] }, limit)
    }
  }
}

function itemsAt(nodes: readonly SchemaNode[], index: number): readonly SchemaNode[] {
  const evaluated = nodes.flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? [])
  const isOpen = evaluated.length > 0 || nodes.some(({ contains }) => contains !== undefined)
  return isOpen ? evaluated : nodes.flatMap((node) => node.unevaluatedItems ?? [])
}
