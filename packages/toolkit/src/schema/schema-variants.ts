import { hash } from 'node:crypto'
import { compareText } from '../model/by-name.ts'
import type { Catalog, Json, JsonObject, Node } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { isObject } from '../model/json.ts'
import { nodeId } from '../model/node.ts'
import { copyAssertions } from './copy-assertions.ts'
import { schemasOfElements, schemasOfProperties } from './described-parts.ts'
import { describedValue } from './described-value.ts'
import type { KeywordRole } from './keywords.ts'
import { openValues } from './open-values.ts'
import { SchemaLinks } from './schema-links.ts'
import { leavesPropertiesOpen, SchemaReach, speaksOfProperties } from './schema-reach.ts'
import { declaredSchema, isPureReference, referencedSchema } from './schema-references.ts'
import { type Subschema, subschemas } from './subschemas.ts'

/**
 * - `read`: the schema as it stands, but that lists which may grow are not held to what they list
 * - `assert`: the schema as it stands; the same as `read` where no list may grow
 * - `closing`: accepts a value in which no object has properties beside those that its schemas declare. The schemas that
 *   describe one object together (`allOf`, `anyOf`, `if`, `$ref`, …) count as one, over all the names they declare. An
 *   object whose schemas speak of other properties, or declare none at all, may have any.
 * - `write`: what `assert` and `closing` both accept
 */
export type Variant = 'read' | 'assert' | 'write' | 'closing'

/** One schema in one variant. */
export interface VariantDefinition {
  readonly variant: Variant
  /** Variant and place of the schema, or places where it follows from several. */
  readonly id: string
  /** The id in a form that a URI can hold: the same in every run, whatever else the catalog holds. */
  readonly key: string
  /** Place of the schema; undefined for what follows from several. */
  readonly node: Node | undefined
  /** The definitions that it refers to, as often as it does. */
  readonly uses: readonly VariantDefinition[]
  /** Whether it uses `unevaluatedProperties` or `unevaluatedItems` itself. */
  readonly usesUnevaluated: boolean
  /** Its `$ref`s are keys of other definitions; annotations are gone. Made when it is first asked for. */
  readonly schema: Json
}

/** More sets of overlapping schemas than this are a bomb rather than a description. */
const MOST_OVERLAPS = 10_000

/** Turns the schemas of a catalog into what a publisher may write and what a consumer must read, one definition at a time. */
export class SchemaVariants {
  readonly #catalog: Catalog
  readonly #links: SchemaLinks
  /** By id. */
  readonly #definitions = new Map<string, VariantDefinition>()
  readonly #mayClose: SchemaReach
  readonly #speaks: SchemaReach
  readonly #mayGrow: SchemaReach
  #overlaps = 0

  constructor(catalog: Catalog, links: SchemaLinks = new SchemaLinks(catalog)) {
    this.#catalog = catalog
    this.#links = links
    this.#mayClose = new SchemaReach(catalog, leavesPropertiesOpen)
    this.#speaks = new SchemaReach(catalog, speaksOfProperties)
    this.#mayGrow = new SchemaReach(catalog, (schema) => openValues(catalog, schema) !== undefined)
  }

  /** A schema in one variant. Where there is nothing to close, `write` is `assert`. */
  define(schema: Node, variant: Variant): VariantDefinition {
    const node = declaredSchema(this.#catalog, schema)
    if (variant === 'closing') return this.#closing([node])
    if (variant === 'write' && this.#mayClose.holds(node)) return this.#write(node)
    return this.#standing(node, variant !== 'read' && this.#mayGrow.holds(node) ? 'assert' : 'read')
  }

  #standing(node: Node, variant: 'read' | 'assert'): VariantDefinition {
    return this.#once(variant, nodeId(node), () => ({
      node,
      usesUnevaluated: this.#links.usesUnevaluated(node),
      uses: () =>
        this.#links
          .of(node)
          .filter(({ isApplied }) => isApplied)
          .map(({ target, keywords }) => this.define(target, sideUnder(variant, keywords))),
      schema: () => this.#standingSchema(node, variant),
    }))
  }

  #write(node: Node): VariantDefinition {
    const both = (): readonly VariantDefinition[] => [this.define(node, 'assert'), this.#closing([node])]
    return this.#once('write', nodeId(node), () => ({
      node,
      uses: both,
      schema: () => ({ allOf: both().map(referenceTo) }),
    }))
  }

  #standingSchema(schema: Node, variant: 'read' | 'assert'): Json {
    if (!isObject(schema.value)) return schema.value
    const target = referencedSchema(this.#catalog, schema)
    const reference = target === undefined ? {} : referenceTo(this.define(target, variant))
    if (isPureReference(this.#catalog, schema)) return reference
    return inOneDialect(
      Object.fromEntries([
        ...Object.entries(reference),
        ...this.#assertions(schema, schema.value, variant),
        ...this.#standingUnder(schema, schema.value, variant),
      ]),
    )
  }

  #assertions(
    schema: Node,
    value: JsonObject,
    variant: 'read' | 'assert',
  ): readonly (readonly [string, Json])[] {
    const values = openValues(this.#catalog, schema)
    const assertions = copyAssertions(value)
    if (values === undefined) return assertions
    const others = assertions.filter(([name]) => name !== 'enum')
    return variant === 'read' ? others : [...others, ['enum', values]]
  }

  #standingUnder(
    schema: Node,
    value: JsonObject,
    variant: 'read' | 'assert',
  ): readonly (readonly [string, Json])[] {
    const under = Map.groupBy(subschemas(schema, APPLIED), ({ keyword }) => keyword)
    // `dependencies` counts even where it holds no schema, only names.
    if (Object.hasOwn(value, 'dependencies') && !under.has('dependencies')) under.set('dependencies', [])
    return [...under].map(([keyword, subs]) => {
      const side = sideUnder(variant, [keyword])
      const standing = subs.map((sub) => [sub, this.#standingSchema(sub.node, side)] as const)
      return [keyword, collect(value[keyword], standing)] as const
    })
  }

  /** The closing of a value that the schemas describe together; those that say nothing about properties do not count. */
  #closing(schemas: readonly Node[]): VariantDefinition {
    const speaking = new Map<string, Node>()
    for (const schema of schemas) {
      const declared = declaredSchema(this.#catalog, schema)
      if (this.#speaks.holds(declared)) speaking.set(nodeId(declared), declared)
    }
    const ids = [...speaking.keys()].toSorted(compareText)
    return this.#once('closing', ids.join(' '), () => {
      if (ids.length > 1 && ++this.#overlaps > MOST_OVERLAPS) throw this.#tooManyOverlaps(schemas)
      const nodes = ids.flatMap((id) => speaking.get(id) ?? [])
      const parts = once(() => this.#close(nodes))
      return {
        node: nodes.length === 1 ? nodes[0] : undefined,
        uses: () => [...parts().properties.values(), parts().items].filter((part) => part !== undefined),
        schema: () => closedSchema(parts()),
      }
    })
  }

  /** Parts that are reached by a pattern, as others, or by position stay open: which schemas meet there is not known. */
  #close(schemas: readonly Node[]): ClosedParts {
    const value = describedValue(this.#catalog, schemas)
    const { members, names, patterns, isOpen } = value
    const part = (nodes: readonly Node[]): VariantDefinition | undefined =>
      nodes.some((node) => this.#mayClose.holds(node)) ? this.#closing(nodes) : undefined
    const elements = members
      .map(({ node }) => schemasOfElements(node))
      .filter(({ schemas: nodes }) => nodes.length > 0)
    return {
      properties: new Map(Array.from(schemasOfProperties(value), ([name, nodes]) => [name, part(nodes)])),
      items: elements.every(({ isList }) => isList)
        ? part(elements.flatMap(({ schemas: nodes }) => nodes))
        : undefined,
      patterns,
      isClosed: !isOpen && names.length + patterns.length > 0,
    }
  }

  #once(variant: Variant, places: string, describe: () => Description): VariantDefinition {
    const id = `${variant} ${places}`
    const known = this.#definitions.get(id)
    if (known !== undefined) return known
    const definition = new LazyDefinition(variant, places, describe())
    this.#definitions.set(id, definition)
    return definition
  }

  #tooManyOverlaps([schema]: readonly Node[]): ContractError {
    return new ContractError([
      {
        code: 'unsupported',
        message:
          'The schemas overlap in so many ways that it cannot be told which properties a message may have.',
        fix: 'Describe each object in one place rather than in several schemas under allOf that refer to themselves.',
        place: schema === undefined ? undefined : this.#catalog.locate(schema),
      },
    ])
  }
}

/** What only asks about a value, rather than describe it, is asked of what the schema lists. */
function sideUnder(variant: 'read' | 'assert', keywords: readonly string[]): 'read' | 'assert' {
  return keywords.some((keyword) => ASKING.has(keyword)) ? 'assert' : variant
}

const ASKING: ReadonlySet<string> = new Set(['if', 'not', 'contains', 'propertyNames'])

/** What the schemas under a schema are for, wherever they bear on what it accepts. */
const APPLIED: ReadonlySet<KeywordRole> = new Set(['together', 'perhaps', 'property', 'element', 'aside'])

interface Description {
  readonly node: Node | undefined
  readonly usesUnevaluated?: boolean
  readonly uses: () => readonly VariantDefinition[]
  readonly schema: () => Json
}

/** Most definitions of a catalog are only looked at: whether they changed since the last run. */
class LazyDefinition implements VariantDefinition {
  readonly variant: Variant
  readonly id: string
  readonly node: Node | undefined
  readonly usesUnevaluated: boolean
  readonly #places: string
  readonly #description: Description
  #key: string | undefined
  #uses: readonly VariantDefinition[] | undefined
  #schema: Json | undefined

  constructor(variant: Variant, places: string, description: Description) {
    this.variant = variant
    this.id = `${variant} ${places}`
    this.node = description.node
    this.usesUnevaluated = description.usesUnevaluated ?? false
    this.#places = places
    this.#description = description
  }

  get key(): string {
    this.#key ??= `${this.variant}-${hash('sha256', this.#places).slice(0, 20)}`
    return this.#key
  }

  get uses(): readonly VariantDefinition[] {
    this.#uses ??= this.#description.uses()
    return this.#uses
  }

  get schema(): Json {
    this.#schema ??= this.#description.schema()
    return this.#schema
  }
}

/** The definitions and all that they use, each once, in the order in which they are met. */
export function definitionClosure(definitions: readonly VariantDefinition[]): readonly VariantDefinition[] {
  const found = new Set<VariantDefinition>()
  const waiting = definitions.toReversed()
  for (let definition = waiting.pop(); definition !== undefined; definition = waiting.pop()) {
    if (found.has(definition)) continue
    found.add(definition)
    waiting.push(...definition.uses.toReversed())
  }
  return [...found]
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function referenceTo({ key }: VariantDefinition): JsonObject {
  return { $ref: key }
}

/** What is known of a closed value; a part without a definition may be anything. */
interface ClosedParts {
  readonly properties: ReadonlyMap<string, VariantDefinition | undefined>
  readonly items: VariantDefinition | undefined
  readonly patterns: readonly string[]
  readonly isClosed: boolean
}

function closedSchema({ properties, items, patterns, isClosed }: ClosedParts): Json {
  const known = [...properties].map(
    ([name, part]) => [name, part === undefined ? true : referenceTo(part)] as const,
  )
  return {
    ...(known.length === 0 ? {} : { properties: Object.fromEntries(known) }),
    ...(isClosed && patterns.length > 0
      ? { patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, true])) }
      : {}),
    ...(isClosed ? { additionalProperties: false } : {}),
    ...(items === undefined ? {} : { items: referenceTo(items) }),
  }
}

/** Puts rewritten schemas back into the form in which they stood: one, a list or a map. */
function collect(before: Json | undefined, rewritten: readonly (readonly [Subschema, Json])[]): Json {
  const [first] = rewritten
  if (first !== undefined && first[0].key === undefined) return first[1]
  if (!isObject(before)) return rewritten.map(([, schema]) => schema)
  // `dependencies` may hold lists of names beside schemas.
  return Object.fromEntries([
    ...Object.entries(before),
    ...rewritten.map(([{ key = '' }, schema]) => [key, schema] as const),
  ])
}

/** 2020-12 says `prefixItems` and `items` where earlier drafts say `items` and `additionalItems`. */
function inOneDialect(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, 'prefixItems') && !Object.hasOwn(schema, 'additionalItems')) return schema
  const { prefixItems, items, additionalItems, ...rest } = schema
  if (prefixItems !== undefined) {
    return { ...rest, items: prefixItems, ...(items === undefined ? {} : { additionalItems: items }) }
  }
  // Beside a single schema for all items `additionalItems` means nothing.
  return Array.isArray(items) || additionalItems === undefined
    ? schema
    : { ...rest, ...(items === undefined ? {} : { items }) }
}
