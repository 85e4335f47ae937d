import { hash } from 'node:crypto'
import { compareText } from '../model/by-name.ts'
import type { Catalog, Json, JsonObject, Node } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { isObject } from '../model/json.ts'
import { nodeId } from '../model/node.ts'
import { copyAssertions } from './copy-assertions.ts'
import { schemasOfElements, schemasOfProperty } from './described-parts.ts'
import { describedValue } from './described-value.ts'
import type { KeywordRole } from './keywords.ts'
import { leavesPropertiesOpen, SchemaReach, speaksOfProperties } from './schema-reach.ts'
import { declaredSchema, isPureReference, referencedSchema } from './schema-references.ts'
import { type Subschema, subschemas } from './subschemas.ts'

/**
 * - `read`: the schema as it stands
 * - `closing`: accepts a value in which no object has properties beside those that its schemas declare. The schemas that
 *   describe one object together (`allOf`, `anyOf`, `if`, `$ref`, …) count as one, over all the names they declare. An
 *   object whose schemas speak of other properties, or declare none at all, may have any.
 * - `write`: what both accept
 */
export type Variant = 'read' | 'write' | 'closing'

/** One schema in one variant. Its `$ref`s are keys of other definitions; annotations are gone. */
export interface VariantDefinition {
  readonly key: string
  /** Place of the schema; undefined for what follows from several. */
  readonly node: Node | undefined
  readonly schema: Json
  /** The schema as JSON. */
  readonly text: string
  /** Keys of the definitions that it refers to. */
  readonly uses: readonly string[]
}

/** More sets of overlapping schemas than this are a bomb rather than a description. */
const MOST_OVERLAPS = 10_000

/** Turns the schemas of a catalog into what a publisher may write and what a consumer must read, one definition at a time. */
export class SchemaVariants {
  readonly #catalog: Catalog
  /** By variant and places. */
  readonly #keys = new Map<string, string>()
  readonly #definitions = new Map<string, VariantDefinition>()
  readonly #asked = new Map<string, () => VariantDefinition>()
  readonly #mayClose: SchemaReach
  readonly #speaks: SchemaReach
  #overlaps = 0

  constructor(catalog: Catalog) {
    this.#catalog = catalog
    this.#mayClose = new SchemaReach(catalog, leavesPropertiesOpen)
    this.#speaks = new SchemaReach(catalog, speaksOfProperties)
  }

  /** Key of a schema's variant. Where there is nothing to close, `write` is `read`. */
  key(schema: Node, variant: Variant): string {
    const node = declaredSchema(this.#catalog, schema)
    if (variant === 'closing') return this.#closing([node])
    const actual = this.#mayClose.holds(node) ? variant : 'read'
    const key = this.#key(actual, nodeId(node))
    this.#ask(key, node, (uses) => (actual === 'read' ? this.#read(node, uses) : this.#write(node, uses)))
    return key
  }

  /** A key that is the same in every run, whatever else the catalog holds, and that a URI can hold. */
  #key(variant: Variant, id: string): string {
    const place = `${variant} ${id}`
    const known = this.#keys.get(place)
    if (known !== undefined) return known
    const key = `${variant}-${hash('sha256', id).slice(0, 20)}`
    this.#keys.set(place, key)
    return key
  }

  /** The definition under a key that {@link key} or another definition's `uses` gave. */
  definition(key: string): VariantDefinition {
    const known = this.#definitions.get(key)
    if (known !== undefined) return known
    const define = this.#asked.get(key)
    if (define === undefined) throw new Error(`no schema was asked for under ${JSON.stringify(key)}`)
    const definition = define()
    this.#definitions.set(key, definition)
    return definition
  }

  /** The definitions under some keys and all that they use, each once, in the order in which they are met. */
  closure(keys: readonly string[]): readonly VariantDefinition[] {
    const found = new Map<string, VariantDefinition>()
    const waiting = keys.toReversed()
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (found.has(key)) continue
      const definition = this.definition(key)
      found.set(key, definition)
      waiting.push(...definition.uses.toReversed())
    }
    return [...found.values()]
  }

  #ask(key: string, node: Node | undefined, define: (uses: Set<string>) => Json): void {
    if (this.#asked.has(key)) return
    this.#asked.set(key, () => {
      const uses = new Set<string>()
      const schema = define(uses)
      return { key, node, schema, text: JSON.stringify(schema), uses: [...uses] }
    })
  }

  #write(node: Node, uses: Set<string>): Json {
    return { allOf: [use(this.key(node, 'read'), uses), use(this.key(node, 'closing'), uses)] }
  }

  #read(schema: Node, uses: Set<string>): Json {
    if (!isObject(schema.value)) return schema.value
    const target = referencedSchema(this.#catalog, schema)
    const reference = target === undefined ? {} : use(this.key(target, 'read'), uses)
    if (isPureReference(this.#catalog, schema)) return reference
    return inOneDialect(
      Object.fromEntries([
        ...Object.entries(reference),
        ...copyAssertions(schema.value),
        ...this.#readUnder(schema, schema.value, uses),
      ]),
    )
  }

  #readUnder(schema: Node, value: JsonObject, uses: Set<string>): readonly (readonly [string, Json])[] {
    const under = Map.groupBy(subschemas(schema, APPLIED), ({ keyword }) => keyword)
    // `dependencies` counts even where it holds no schema, only names.
    if (Object.hasOwn(value, 'dependencies') && !under.has('dependencies')) under.set('dependencies', [])
    return [...under].map(([keyword, subs]) => {
      const read = subs.map((sub) => [sub, this.#read(sub.node, uses)] as const)
      return [keyword, collect(value[keyword], read)] as const
    })
  }

  /** Key of the closing of a value that the schemas describe together; those that say nothing about properties do not count. */
  #closing(schemas: readonly Node[]): string {
    const speaking = new Map<string, Node>()
    for (const schema of schemas) {
      const declared = declaredSchema(this.#catalog, schema)
      if (this.#speaks.holds(declared)) speaking.set(nodeId(declared), declared)
    }
    const ids = [...speaking.keys()].toSorted(compareText)
    const key = this.#key('closing', ids.join(' '))
    if (this.#asked.has(key)) return key
    if (ids.length > 1 && ++this.#overlaps > MOST_OVERLAPS) throw this.#tooManyOverlaps(schemas)
    const nodes = ids.flatMap((id) => speaking.get(id) ?? [])
    this.#ask(key, nodes.length === 1 ? nodes[0] : undefined, (uses) => this.#close(nodes, uses))
    return key
  }

  /** Parts that are reached by a pattern, as others, or by position stay open: which schemas meet there is not known. */
  #close(schemas: readonly Node[], uses: Set<string>): Json {
    const { members, names, patterns, isOpen } = describedValue(this.#catalog, schemas)
    const part = (nodes: readonly Node[]): Json =>
      nodes.some((node) => this.#mayClose.holds(node)) ? use(this.#closing(nodes), uses) : true
    const properties = names.map((name) => [name, part(schemasOfProperty(members, name))] as const)
    const elements = members
      .map(({ node }) => schemasOfElements(node))
      .filter(({ schemas: nodes }) => nodes.length > 0)
    const items = elements.every(({ isList }) => isList)
      ? part(elements.flatMap(({ schemas: nodes }) => nodes))
      : true
    const isClosed = !isOpen && names.length + patterns.length > 0
    return {
      ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
      ...(isClosed && patterns.length > 0
        ? { patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, true])) }
        : {}),
      ...(isClosed ? { additionalProperties: false } : {}),
      ...(items === true ? {} : { items }),
    }
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

/** What the schemas under a schema are for, wherever they bear on what it accepts. */
const APPLIED: ReadonlySet<KeywordRole> = new Set(['together', 'perhaps', 'property', 'element', 'aside'])

function use(key: string, uses: Set<string>): JsonObject {
  uses.add(key)
  return { $ref: key }
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
