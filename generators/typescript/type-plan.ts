import {
  type Catalog,
  compareText,
  ContractError,
  type ContractProblem,
  type Node,
  nodeId,
} from '@concordat/toolkit/model'
import { declaredSchema, isPureReference, referencedSchema, subschemas } from '@concordat/toolkit/schema'
import type { SchemaHomes } from './schema-homes.ts'

/** A type that a module declares. */
export interface DeclaredType {
  readonly name: string
  readonly schema: Node
  /** Schemas that it refers to by name. */
  readonly uses: readonly Node[]
}

export interface TypeModule {
  /** Path without its ending, relative to the output folder. */
  readonly path: string
  readonly origin: string
  /** In the order in which the schemas stand in the contract; the schema itself before its definitions. */
  readonly types: readonly DeclaredType[]
}

/** Which schemas get a type of their own, in which module and under which name. */
export interface TypePlan {
  readonly modules: readonly TypeModule[]
  /** Module and name of a schema's type; undefined where it has none of its own. */
  readonly find: (schema: Node) => { readonly path: string; readonly name: string } | undefined
}

/**
 * Plans types for some schemas and for every schema that they refer to, so that each is declared once.
 * @throws ContractError `name-collision` where two schemas of a module have the same name after casing
 */
export function planTypes(catalog: Catalog, homes: SchemaHomes, schemas: readonly Node[]): TypePlan {
  const uses = collectTypes(catalog, schemas)
  const byPath = Map.groupBy(uses.values(), ({ schema }) => homes.homeOf(schema).path)
  const problems: ContractProblem[] = []
  const modules = [...byPath].map(([path, found]): TypeModule => {
    const sorted = found.toSorted((a, b) => compareText(a.schema.pointer, b.schema.pointer))
    const names = chooseNames(
      catalog,
      homes,
      sorted.map(({ schema }) => schema),
      problems,
    )
    const types = sorted.map(({ schema, uses: used }) => ({
      name: names.get(nodeId(schema)) ?? '',
      schema,
      uses: used,
    }))
    return { path, origin: sorted[0] === undefined ? path : homes.homeOf(sorted[0].schema).origin, types }
  })
  const [first, ...rest] = problems
  if (first !== undefined) throw new ContractError([first, ...rest])
  const places = new Map(
    modules.flatMap(({ path, types }) => types.map(({ name, schema }) => [nodeId(schema), { path, name }])),
  )
  return {
    modules: modules.toSorted((a, b) => compareText(a.path, b.path)),
    find: (schema) => places.get(nodeId(declaredSchema(catalog, schema))),
  }
}

interface FoundType {
  readonly schema: Node
  readonly uses: readonly Node[]
}

function collectTypes(catalog: Catalog, schemas: readonly Node[]): ReadonlyMap<string, FoundType> {
  const found = new Map<string, FoundType>()
  const waiting = schemas.map((schema) => declaredSchema(catalog, schema))
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    const id = nodeId(schema)
    if (found.has(id)) continue
    const used = new Map<string, Node>()
    collectUses(catalog, schema, used)
    found.set(id, { schema, uses: [...used.values()] })
    waiting.push(...used.values())
  }
  return found
}

/** Keywords whose schemas show in a type. */
const TYPED: ReadonlySet<string> = new Set(
  'allOf anyOf oneOf properties patternProperties additionalProperties unevaluatedProperties items prefixItems additionalItems'.split(
    ' ',
  ),
)

function collectUses(catalog: Catalog, schema: Node, used: Map<string, Node>): void {
  const target = referencedSchema(catalog, schema)
  if (target !== undefined) used.set(nodeId(target), target)
  if (isPureReference(catalog, schema)) return
  for (const { node, keyword } of subschemas(schema)) if (TYPED.has(keyword)) collectUses(catalog, node, used)
}

/** Gives each schema the best name that no other of the module has; the schemas must be in order. */
function chooseNames(
  catalog: Catalog,
  homes: SchemaHomes,
  schemas: readonly Node[],
  problems: ContractProblem[],
): ReadonlyMap<string, string> {
  const candidates = schemas.map((schema) => homes.namesOf(schema))
  const bestNames = Map.groupBy(candidates, ([best = '']) => best)
  const chosen = new Map<string, Node>()
  for (const [index, schema] of schemas.entries()) {
    const own = candidates[index] ?? []
    const isFree = (name: string): boolean =>
      !chosen.has(name) && (bestNames.get(name) ?? []).every((others) => others === own)
    const name = own.find(isFree) ?? own.find((candidate) => !chosen.has(candidate))
    if (name === undefined) problems.push(collision(catalog, own.at(-1) ?? '', schema, chosen))
    else chosen.set(name, schema)
  }
  return new Map([...chosen].map(([name, schema]) => [nodeId(schema), name]))
}

function collision(
  catalog: Catalog,
  name: string,
  schema: Node,
  chosen: ReadonlyMap<string, Node>,
): ContractProblem {
  const other = chosen.get(name)
  const place = other === undefined ? undefined : catalog.locate(other)
  const where = place === undefined ? '' : ` and ${place.file}:${place.line}:${place.column}`
  return {
    code: 'name-collision',
    message: `Two schemas would both become the type ${name}: ${nodeId(schema)}${where}.`,
    fix: 'Rename one of them, or give it another title.',
    place: catalog.locate(schema),
  }
}
