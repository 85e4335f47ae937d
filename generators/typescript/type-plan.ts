import {
  type Catalog,
  compareText,
  ContractError,
  type ContractProblem,
  type Node,
  nodeId,
} from '@concordat/toolkit/model'
import { declaredSchema, type SchemaLink, type SchemaLinks } from '@concordat/toolkit/schema'
import type { SchemaHomes } from './schema-homes.ts'

/** A type that a module declares. */
export interface DeclaredType {
  readonly name: string
  readonly schema: Node
  /** Schemas that it refers to by name. */
  readonly uses: readonly Node[]
  /** Schemas in which it looks up what they declare and require, because they describe the same value. */
  readonly consults: readonly Node[]
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
export function planTypes(
  catalog: Catalog,
  homes: SchemaHomes,
  links: SchemaLinks,
  schemas: readonly Node[],
): TypePlan {
  const declared = schemas.map((schema) => declaredSchema(catalog, schema))
  const byPath = Map.groupBy(collectTypes(links, declared), ({ schema }) => homes.homeOf(schema).path)
  const problems: ContractProblem[] = []
  const modules = [...byPath].map(([path, found]): TypeModule => {
    const sorted = found.toSorted((a, b) => compareText(a.schema.pointer, b.schema.pointer))
    const names = chooseNames(
      catalog,
      homes,
      sorted.map(({ schema }) => schema),
      problems,
    )
    const types = sorted.map((type) => ({ ...type, name: names.get(nodeId(type.schema)) ?? '' }))
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

type FoundType = Omit<DeclaredType, 'name'>

function collectTypes(links: SchemaLinks, schemas: readonly Node[]): Iterable<FoundType> {
  const found = new Map<string, FoundType>()
  const waiting = [...schemas]
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    const id = nodeId(schema)
    if (found.has(id)) continue
    const typed = links.of(schema).filter(({ keywords }) => keywords.every((keyword) => TYPED.has(keyword)))
    const uses = unique(typed.map(({ target }) => target))
    found.set(id, { schema, uses, consults: consulted(links, schema) })
    waiting.push(...uses)
  }
  return found.values()
}

/** What describes the same value as a schema, or as a part of it that has no type of its own. */
function consulted(links: SchemaLinks, schema: Node): readonly Node[] {
  const found = new Set<Node>()
  const waiting = [schema]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const link of links.of(node)) {
      if (standsForPart(link) || found.has(link.target)) continue
      found.add(link.target)
      waiting.push(link.target)
    }
  }
  return unique(found)
}

/** A reference that is the whole schema of a property or an element is a type by its name. */
function standsForPart({ keywords, isAlone }: SchemaLink): boolean {
  return isAlone && PARTS.has(keywords.at(-1) ?? '')
}

function unique(schemas: Iterable<Node>): readonly Node[] {
  return [...new Map(Array.from(schemas, (schema) => [nodeId(schema), schema])).values()]
}

const PARTS: ReadonlySet<string> = new Set(
  'properties patternProperties additionalProperties unevaluatedProperties items prefixItems additionalItems'.split(
    ' ',
  ),
)

/** Keywords whose schemas show in a type. */
const TYPED: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', ...PARTS])

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
