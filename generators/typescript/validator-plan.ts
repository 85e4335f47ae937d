import type { Catalog, Node } from '@concordat/toolkit/model'
import {
  SchemaVariants,
  usesUnevaluated,
  type ValidatorImport,
  type ValidatorModule,
  type Variant,
  type VariantDefinition,
} from '@concordat/toolkit/schema'
import { pascalCase } from './names.ts'
import { moduleSpecifier } from './module-path.ts'
import type { SchemaHomes } from './schema-homes.ts'

/** A generated module of validators. */
export interface PlannedValidators {
  /** Relative to the output folder. */
  readonly path: string
  readonly origin: string
  readonly module: ValidatorModule
  /** The schemas of the contract that it compiles. */
  readonly schemas: readonly Node[]
  /** All that it says, as text. */
  readonly inputs: string
}

/** Which validators are generated and where. Each schema is compiled once a variant, in the module of its file. */
export class ValidatorPlan {
  readonly #variants: SchemaVariants
  readonly #homes: SchemaHomes
  /** Keys of the definitions that something outside their own module uses. */
  readonly #exported = new Set<string>()
  readonly #paths = new Map<string, string>()
  readonly #names = new Map<string, string>()
  readonly #takenNames = new Map<string, Set<string>>()

  constructor(catalog: Catalog, homes: SchemaHomes) {
    this.#variants = new SchemaVariants(catalog)
    this.#homes = homes
  }

  /** Asks for a validator; tells which module exports it and under which name. */
  require(schema: Node, variant: Variant): { readonly path: string; readonly name: string } {
    const key = this.#variants.key(schema, variant)
    const definition = this.#variants.definition(key)
    this.#exported.add(key)
    return { path: this.#path(definition), name: this.#name(definition) }
  }

  /** The modules that hold all that was required, sorted by path. */
  modules(): readonly PlannedValidators[] {
    const definitions = this.#variants.closure([...this.#exported])
    const tracksEvaluated = definitions.some(({ text }) => usesUnevaluated(text))
    const placed = definitions.filter(({ node }) => node !== undefined)
    for (const definition of placed) this.#exportUses(definition)
    return [...Map.groupBy(placed, (definition) => this.#path(definition))]
      .map(([path, members]) => this.#module(path, members, tracksEvaluated))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  #module(path: string, members: readonly VariantDefinition[], tracksEvaluated: boolean): PlannedValidators {
    const sorted = members.toSorted((a, b) => (this.#name(a) < this.#name(b) ? -1 : 1))
    const exports = new Map(
      sorted
        .filter(({ key }) => this.#exported.has(key))
        .map((definition) => [this.#name(definition), definition.key]),
    )
    const schemas = new Map<string, VariantDefinition['schema']>()
    const texts: string[] = []
    const imports = new Map<string, ValidatorImport>()
    const waiting = [...sorted].toReversed()
    for (let definition = waiting.pop(); definition !== undefined; definition = waiting.pop()) {
      if (schemas.has(definition.key) || imports.has(definition.key)) continue
      if (definition.node !== undefined && this.#path(definition) !== path) {
        imports.set(definition.key, {
          specifier: moduleSpecifier(path, this.#path(definition)),
          name: this.#name(definition),
        })
        continue
      }
      schemas.set(definition.key, definition.schema)
      texts.push(definition.key, definition.text)
      for (const key of definition.uses.toReversed()) waiting.push(this.#variants.definition(key))
    }
    const origin = sorted[0]?.node === undefined ? path : this.#homes.homeOf(sorted[0].node).origin
    const nodes = sorted.flatMap(({ key, node }) =>
      node !== undefined && key.startsWith('read-') ? [node] : [],
    )
    return {
      path,
      origin,
      module: { exports, schemas, imports, tracksEvaluated },
      schemas: nodes,
      inputs: [JSON.stringify([origin, [...exports], [...imports], tracksEvaluated]), ...texts].join('\n'),
    }
  }

  /** What was computed from several schemas has no module of its own: each module that uses it holds it. */
  #exportUses(definition: VariantDefinition): void {
    const path = this.#path(definition)
    const seen = new Set<string>()
    const waiting = [...definition.uses]
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (seen.has(key)) continue
      seen.add(key)
      const used = this.#variants.definition(key)
      if (used.node === undefined) waiting.push(...used.uses)
      else if (this.#path(used) !== path) this.#exported.add(key)
    }
  }

  #path({ key, node }: VariantDefinition): string {
    const known = this.#paths.get(key)
    if (known !== undefined) return known
    if (node === undefined) throw new Error('a schema without a place has no module')
    const path = `${this.#homes.homeOf(node).path}.validators.js`
    this.#paths.set(key, path)
    return path
  }

  /** `write` for the schema of the module itself, `writeLine` for a definition in it. */
  #name(definition: VariantDefinition): string {
    const known = this.#names.get(definition.key)
    if (known !== undefined) return known
    const { node, key } = definition
    if (node === undefined) throw new Error('a schema without a place has no name')
    const path = this.#path(definition)
    const taken = this.#takenNames.get(path) ?? new Set()
    this.#takenNames.set(path, taken)
    const short = `${key.slice(0, key.indexOf('-'))}${pascalCase(this.#homes.partOf(node))}`
    const name = taken.has(short) ? `${short}_${key.slice(-8)}` : short
    taken.add(name)
    this.#names.set(key, name)
    return name
  }
}
