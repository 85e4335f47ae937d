import { type Catalog, type Node, nodeId } from '@concordat/toolkit/model'
import {
  definitionClosure,
  type SchemaLinks,
  SchemaVariants,
  type ValidatorModule,
  type Variant,
  type VariantDefinition,
} from '@concordat/toolkit/schema'
import { digest } from './digest.ts'
import { moduleSpecifier } from './module-path.ts'
import { pascalCase } from './names.ts'
import { schemaContent } from './schema-content.ts'
import type { SchemaHomes } from './schema-homes.ts'

/** A generated module of validators. */
export interface PlannedValidators {
  /** Relative to the output folder. */
  readonly path: string
  readonly origin: string
  /** The schemas of the contract that it compiles. */
  readonly schemas: readonly Node[]
  /** All that the module depends on. */
  readonly inputs: string
  readonly module: () => ValidatorModule
}

/** Which validators are generated and where. Each schema is compiled once a variant, in the module of its file. */
export class ValidatorPlan {
  readonly #catalog: Catalog
  readonly #variants: SchemaVariants
  readonly #homes: SchemaHomes
  /** What something outside its own module uses. */
  readonly #exported = new Set<VariantDefinition>()
  readonly #paths = new Map<VariantDefinition, string>()
  readonly #names = new Map<VariantDefinition, string>()
  readonly #takenNames = new Map<string, Set<string>>()

  constructor(catalog: Catalog, homes: SchemaHomes, links: SchemaLinks) {
    this.#catalog = catalog
    this.#variants = new SchemaVariants(catalog, links)
    this.#homes = homes
  }

  /** Asks for a validator; tells which module exports it and under which name. */
  require(schema: Node, variant: Variant): { readonly path: string; readonly name: string } {
    const definition = this.#variants.define(schema, variant)
    this.#exported.add(definition)
    return { path: this.#path(definition), name: this.#name(definition) }
  }

  /** The modules that hold all that was required, sorted by path. */
  modules(): readonly PlannedValidators[] {
    const definitions = definitionClosure([...this.#exported])
    const tracksEvaluated = definitions.some(({ usesUnevaluated }) => usesUnevaluated)
    const placed = definitions.filter(({ node }) => node !== undefined)
    for (const definition of placed) this.#exportUses(definition)
    return [...Map.groupBy(placed, (definition) => this.#path(definition))]
      .map(([path, members]) => this.#module(path, members, tracksEvaluated))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  #module(path: string, members: readonly VariantDefinition[], tracksEvaluated: boolean): PlannedValidators {
    const sorted = members.toSorted((a, b) => (this.#name(a) < this.#name(b) ? -1 : 1))
    const exported = sorted.filter((definition) => this.#exported.has(definition))
    const { own, imported } = this.#contents(path, sorted)
    const origin = sorted[0]?.node === undefined ? path : this.#homes.homeOf(sorted[0].node).origin
    const keyed = <T>(
      definitions: Iterable<VariantDefinition>,
      value: (definition: VariantDefinition) => T,
    ): Map<string, T> => new Map(Array.from(definitions, (definition) => [definition.key, value(definition)]))
    return {
      path,
      origin,
      schemas: writtenSchemas(sorted),
      inputs: digest([
        origin,
        tracksEvaluated,
        exported.map((definition) => [this.#name(definition), definition.id]),
        Array.from(own, (definition) => this.#describe(definition)),
        Array.from(imported, (definition) => [definition.id, this.#path(definition), this.#name(definition)]),
      ]),
      module: () => ({
        exports: new Map(exported.map((definition) => [this.#name(definition), definition.key])),
        schemas: keyed(own, ({ schema }) => schema),
        imports: keyed(imported, (definition) => ({
          specifier: moduleSpecifier(path, this.#path(definition)),
          name: this.#name(definition),
        })),
        tracksEvaluated,
      }),
    }
  }

  /** What a module compiles and what it imports. */
  #contents(path: string, members: readonly VariantDefinition[]): ModuleContents {
    const contents = { own: new Set<VariantDefinition>(), imported: new Set<VariantDefinition>() }
    const waiting = members.toReversed()
    for (let definition = waiting.pop(); definition !== undefined; definition = waiting.pop()) {
      if (contents.own.has(definition)) continue
      if (definition.node !== undefined && this.#path(definition) !== path) contents.imported.add(definition)
      else {
        contents.own.add(definition)
        waiting.push(...definition.uses.toReversed())
      }
    }
    return contents
  }

  /** What is read follows from the schema itself and from what its references lead to; what is closed, from all of its parts. */
  #describe(definition: VariantDefinition): readonly unknown[] {
    const { variant, id, node } = definition
    return variant === 'read' && node !== undefined
      ? [schemaContent(this.#catalog, node), definition.uses.map((used) => used.id)]
      : [id, definition.schema]
  }

  /** What was computed from several schemas has no module of its own: each module that uses it holds it. */
  #exportUses(definition: VariantDefinition): void {
    const path = this.#path(definition)
    const seen = new Set<VariantDefinition>()
    const waiting = [...definition.uses]
    for (let used = waiting.pop(); used !== undefined; used = waiting.pop()) {
      if (seen.has(used)) continue
      seen.add(used)
      if (used.node === undefined) waiting.push(...used.uses)
      else if (this.#path(used) !== path) this.#exported.add(used)
    }
  }

  #path(definition: VariantDefinition): string {
    const known = this.#paths.get(definition)
    if (known !== undefined) return known
    const path = `${this.#homes.homeOf(placeOf(definition)).path}.validators.js`
    this.#paths.set(definition, path)
    return path
  }

  /** `write` for the schema of the module itself, `writeLine` for a definition in it. */
  #name(definition: VariantDefinition): string {
    const known = this.#names.get(definition)
    if (known !== undefined) return known
    const path = this.#path(definition)
    const taken = this.#takenNames.get(path) ?? new Set()
    this.#takenNames.set(path, taken)
    const short = `${definition.variant}${pascalCase(this.#homes.partOf(placeOf(definition)))}`
    const name = taken.has(short) ? `${short}_${definition.key.slice(-8)}` : short
    taken.add(name)
    this.#names.set(definition, name)
    return name
  }
}

/** The schemas that stand in the contract as they are compiled, each once. */
function writtenSchemas(definitions: readonly VariantDefinition[]): readonly Node[] {
  const standing = definitions.flatMap(({ variant, node }) =>
    node !== undefined && (variant === 'read' || variant === 'assert') ? [[nodeId(node), node] as const] : [],
  )
  return [...new Map(standing).values()]
}

interface ModuleContents {
  readonly own: ReadonlySet<VariantDefinition>
  readonly imported: ReadonlySet<VariantDefinition>
}

function placeOf({ id, node }: VariantDefinition): Node {
  if (node === undefined) throw new Error(`a schema without a place has no module: ${id}`)
  return node
}
