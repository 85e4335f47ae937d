import type { Json, JsonObject } from '../../model/catalog.ts'
import type { SchemaNode } from '../graph/schema-node.ts'
import type { Case, Search } from './goal.ts'

const FRESH = ['x', 'y', 'zz', 'other-name']
const MAX_PADDING = 200
const MAX_PAIRED = 30
const MAX_PARTED = 4

/** Objects with what the schemas require, and changed one or two members at a time into what they may refuse. */
export function* objectCandidates(found: Case, search: Search): Generator<JsonObject> {
  const names = listNames(found, search)
  const required = requiredNames(found.holds)
  const first = (wanted: Iterable<string>): JsonObject =>
    Object.fromEntries(
      [...wanted].flatMap((name) => {
        const [value] = validValues(found, name, search, 1)
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
  const small = padded(first(required), found, (name) => first([name]))
  yield small
  for (const name of names)
    for (const value of breakingValues(found, name, search)) yield { ...small, [name]: value }
  for (const name of Object.keys(small)) yield without(small, name)
  const large = first(new Set([...required, ...names]))
  yield large
  yield first(names.slice(0, names.length - FRESH.length))
  const changes = names.flatMap((name) =>
    [...breakingValues(found, name, search), ...validValues(found, name, search, 3)].map((value) => ({
      [name]: value,
    })),
  )
  for (const base of [small, large]) {
    for (const change of changes) yield { ...base, ...change }
    for (const name of Object.keys(base)) yield without(base, name)
  }
  for (const count of countsOf(found)) yield grow(small, count, (name) => first([name]))
  const few = changes.slice(0, MAX_PAIRED)
  for (const [index, one] of few.entries())
    for (const other of few.slice(index + 1)) yield { ...small, ...one, ...other }
}

function without(base: JsonObject, left: string): JsonObject {
  return Object.fromEntries(Object.entries(base).filter(([name]) => name !== left))
}

function padded(base: JsonObject, { holds }: Case, member: (name: string) => JsonObject): JsonObject {
  return grow(base, Math.max(0, ...holds.map(({ minProperties = 0 }) => minProperties)), member)
}

function grow(base: JsonObject, count: number, member: (name: string) => JsonObject): JsonObject {
  let grown = base
  for (let index = 0; index < MAX_PADDING && Object.keys(grown).length < count; index++)
    grown = { ...grown, ...member(`p${index}`) }
  return grown
}

function countsOf({ holds, breaks }: Case): readonly number[] {
  const nodes = [...holds, ...breaks]
  const counts = nodes.flatMap(({ minProperties, maxProperties }) => [minProperties, maxProperties])
  return [...new Set(counts.flatMap((count) => (count === undefined ? [] : [count, count + 1])))]
}

function requiredNames(holds: readonly SchemaNode[]): ReadonlySet<string> {
  const names = new Set(holds.flatMap(({ required = [] }) => required))
  for (const name of names)
    for (const { dependentRequired } of holds)
      for (const needed of dependentRequired?.get(name) ?? []) names.add(needed)
  return names
}

function listNames({ holds, breaks }: Case, search: Search): readonly string[] {
  // First what only those to break speak of.
  const nodes = [...breaks, ...holds]
  const declared = nodes.flatMap((node) => [
    ...(node.required ?? []),
    ...(node.properties?.keys() ?? []),
    ...(node.dependentSchemas?.keys() ?? []),
    ...[...(node.dependentRequired ?? [])].flatMap(([name, needed]) => [name, ...needed]),
  ])
  const words = namesOf(new Set(nodes.flatMap((node) => [...(node.patternProperties?.keys() ?? [])])), search)
  const allowed = holds.flatMap(({ propertyNames }) => propertyNames ?? [])
  const refused = breaks.flatMap(({ propertyNames }) => propertyNames ?? [])
  const named = [
    ...refused.flatMap((schema) => search.solve({ holds: allowed, fails: [schema] }, 3)),
    ...(allowed.length > 0 ? search.solve({ holds: allowed, fails: [] }, 4) : []),
  ].filter((name) => typeof name === 'string')
  return [...new Set([...declared, ...words, ...named, ...FRESH])]
}

/** A name for each pattern and, where they are few, for each set of them that may be found in one name. */
function namesOf(patterns: ReadonlySet<string>, { languages }: Search): readonly string[] {
  const known = [...patterns].flatMap((pattern) => languages.ofPattern(pattern) ?? [])
  const words = known.flatMap((language) => languages.findWord(language) ?? [])
  const isFew = known.length > 1 && known.length <= MAX_PARTED
  return isFew ? [...words, ...languages.partition(known).map(({ word }) => word)] : words
}

function validValues({ holds }: Case, name: string, search: Search, limit: number): readonly Json[] {
  return search.solve({ holds: membersOf(holds, name, search), fails: [] }, limit)
}

/** One value that each schema refuses, then more of them. */
function* breakingValues({ holds, breaks }: Case, name: string, search: Search): Generator<Json> {
  const needed = membersOf(holds, name, search)
  const known = new Set(needed.map(search.classOf))
  const refusing = [...new Set(membersOf(breaks, name, search))].filter(
    (schema) => !known.has(search.classOf(schema)),
  )
  for (const limit of [1, 2]) {
    if (refusing.length > 1) yield* search.solve({ holds: needed, fails: refusing }, limit)
    for (const schema of refusing) yield* search.solve({ holds: needed, fails: [schema] }, limit)
  }
}

/** The schemas for the member of a name, of all these schemas. */
function membersOf(
  nodes: readonly SchemaNode[],
  name: string,
  { matches, budget }: Search,
): readonly SchemaNode[] {
  const evaluated: SchemaNode[] = []
  for (const { properties, patternProperties, additionalProperties } of nodes) {
    const known = evaluated.length
    const declared = properties?.get(name)
    if (declared !== undefined) evaluated.push(declared)
    budget.spend(patternProperties?.size ?? 0)
    if (patternProperties !== undefined)
      for (const [pattern, schema] of patternProperties) if (matches(pattern, name)) evaluated.push(schema)
    if (evaluated.length === known && additionalProperties !== undefined) evaluated.push(additionalProperties)
  }
  return evaluated.length > 0 ? evaluated : nodes.flatMap((node) => node.unevaluatedProperties ?? [])
}
