import { createHash } from 'node:crypto'
import type { Catalog, Json, JsonObject, Node } from '../model/catalog.ts'
import { ContractError } from '../model/contract-error.ts'
import { isObject } from '../model/json.ts'
import { nodeId } from '../model/node.ts'
import { copyAssertions } from './copy-assertions.ts'
import { schemasOfElements, schemasOfProperty, schemasOfUnnamed } from './described-parts.ts'
import { type DescribedValue, type Member, describedValue } from './described-value.ts'
import { isPureReference, referencedSchema } from './schema-references.ts'
import { leavesPropertiesOpen, SchemaReach, speaksOfProperties } from './schema-reach.ts'
import { type Subschema, subschemas } from './subschemas.ts'

/**
 * - `read`: the schema as it stands
 * - `write`: every object in it that declares properties, and does not speak of others, refuses others. The schemas that
 *   describe one value (`allOf`, `anyOf`, `$ref`, …) count as one object: it is closed over all the names they declare
 *   together. `if`, `not`, `contains` and `propertyNames` ask about a value and are never changed.
 * - `part`: like `write`, for a schema that describes a value together with others: its parts are closed, it is not
 */
export type Variant = 'read' | 'write' | 'part'

/** One schema in one variant. Its `$ref`s are keys of other definitions; annotations are gone. */
export interface VariantDefinition {
  readonly key: string
  /** Place of the schema; undefined for what was computed from several. */
  readonly node: Node | undefined
  readonly schema: Json
  /** Keys of the definitions that it refers to. */
  readonly uses: readonly string[]
}

/** Sets of schemas whose closing can differ; beyond it a contract is a bomb rather than a description. */
const MOST_CLOSINGS = 2_000

/** Turns the schemas of a catalog into what a publisher may write and what a consumer must read, by definition and on demand. */
export class SchemaVariants {
  readonly #catalog: Catalog
  readonly #definitions = new Map<string, VariantDefinition>()
  readonly #pending = new Map<string, () => VariantDefinition>()
  readonly #mayClose: SchemaReach
  readonly #speaksOfProperties: SchemaReach
  #closings = 0

  constructor(catalog: Catalog) {
    this.#catalog = catalog
    this.#mayClose = new SchemaReach(catalog, leavesPropertiesOpen)
    this.#speaksOfProperties = new SchemaReach(catalog, speaksOfProperties)
  }

  /** Key of a variant. Variants that cannot differ from `read` are `read`. */
  key(schema: Node, variant: Variant): string {
    const node = this.#followed(schema)
    const actual = variant === 'read' || this.#mayClose.holds(node) ? variant : 'read'
    const key = definitionKey(actual, nodeId(node))
    if (!this.#definitions.has(key) && !this.#pending.has(key)) {
      this.#pending.set(key, () => this.#define(key, node, (uses) => this.#rewrite(node, actual, uses)))
    }
    return key
  }

  /** The definition under a key that {@link key} or another definition's `uses` gave. */
  definition(key: string): VariantDefinition {
    const known = this.#definitions.get(key)
    if (known !== undefined) return known
    const define = this.#pending.get(key)
    if (define === undefined) throw new Error(`no schema was asked for under ${JSON.stringify(key)}`)
    const definition = define()
    this.#definitions.set(key, definition)
    this.#pending.delete(key)
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

  #define(key: string, node: Node | undefined, rewrite: (uses: Set<string>) => Json): VariantDefinition {
    const uses = new Set<string>()
    const schema = rewrite(uses)
    return { key, node, schema, uses: [...uses] }
  }

  #rewrite(schema: Node, variant: Variant, uses: Set<string>): Json {
    if (!isObject(schema.value)) return schema.value
    if (variant !== 'read' && !this.#mayClose.holds(schema)) return this.#rewrite(schema, 'read', uses)
    if (isPureReference(this.#catalog, schema)) return this.#reference(schema, variant, uses)
    return variant === 'write' ? this.#closed(schema, uses) : this.#copy(schema, schema.value, variant, uses)
  }

  #reference(schema: Node, variant: Variant, uses: Set<string>): JsonObject {
    const key = this.key(schema, variant)
    uses.add(key)
    return { $ref: key }
  }

  #copy(schema: Node, value: JsonObject, variant: 'read' | 'part', uses: Set<string>): JsonObject {
    const target = referencedSchema(this.#catalog, schema)
    const reference = target === undefined ? [] : Object.entries(this.#reference(target, variant, uses))
    // `dependencies` counts even where it holds no schema, only names.
    const under = new Map<string, readonly Subschema[]>(
      Object.hasOwn(value, 'dependencies') ? [['dependencies', []]] : [],
    )
    for (const sub of subschemas(schema)) {
      if (sub.role !== 'annotation') under.set(sub.keyword, [...(under.get(sub.keyword) ?? []), sub])
    }
    const copied = [...under].map(([keyword, subs]) => {
      const rewritten = subs.map(
        (sub) => [sub.key, this.#rewrite(sub.node, inside(sub, variant), uses)] as const,
      )
      return [keyword, collect(value[keyword], rewritten)] as const
    })
    return inOneDialect(Object.fromEntries([...copyAssertions(value), ...reference, ...copied]))
  }

  #closed(schema: Node, uses: Set<string>): Json {
    const value = describedValue(this.#catalog, [schema])
    if (!this.#canCloseInPlace(value)) {
      const closing = this.#closing([schema])
      uses.add(closing)
      return { allOf: [this.#rewrite(schema, 'read', uses), { $ref: closing }] }
    }
    const copy = this.#copy(schema, schema.value as JsonObject, 'part', uses)
    if (!isClosable(value) || Object.hasOwn(copy, 'additionalProperties')) return copy
    return { ...copy, ...closedOver(value, copy) }
  }

  /**
   * Whether every part of the value is described by at most one schema that always applies: then closing that schema
   * closes the part. Otherwise two schemas would each refuse what the other declares, or a branch that is not taken
   * would decide.
   */
  #canCloseInPlace({ members, names, patterns }: DescribedValue): boolean {
    if (members.length === 1 && patterns.length === 0) return true
    const isAlone = (parts: readonly Member[]): boolean => {
      const describing = parts.filter((part) => this.#speaksOfProperties.holds(part.node))
      return describing.length === 0 || (describing.length === 1 && describing[0]?.certain === true)
    }
    const elements = members.flatMap(({ node, certain }) => {
      const { schemas } = schemasOfElements(node)
      const first = schemas.find((element) => this.#speaksOfProperties.holds(element))
      return first === undefined ? [] : [{ node: first, certain }]
    })
    return (
      isAlone(elements) &&
      isAlone(schemasOfUnnamed(members)) &&
      names.every((name) => isAlone(schemasOfProperty(members, name)))
    )
  }

  /** Key of a definition that asserts nothing but that the value has no properties besides those that the schemas declare. */
  #closing(schemas: readonly Node[]): string {
    const nodes = new Map(schemas.map((schema) => [nodeId(this.#followed(schema)), this.#followed(schema)]))
    const key = definitionKey('closing', [...nodes.keys()].toSorted().join(' '))
    if (!this.#definitions.has(key) && !this.#pending.has(key)) {
      if (++this.#closings > MOST_CLOSINGS) throw this.#tooManyClosings(schemas[0])
      this.#pending.set(key, () =>
        this.#define(key, undefined, (uses) => this.#closingSchema([...nodes.values()], uses)),
      )
    }
    return key
  }

  /** Parts that are reached by a pattern, as others, or by position stay open: which schemas meet there is not known. */
  #closingSchema(schemas: readonly Node[], uses: Set<string>): Json {
    const value = describedValue(this.#catalog, schemas)
    const close = (parts: readonly Node[]): Json => {
      if (!parts.some((part) => this.#mayClose.holds(part))) return true
      const key = this.#closing(parts)
      uses.add(key)
      return { $ref: key }
    }
    const properties = value.names.map((name) => {
      return [name, close(schemasOfProperty(value.members, name).map(({ node }) => node))] as const
    })
    const elements = value.members
      .map(({ node }) => schemasOfElements(node))
      .filter(({ schemas: parts }) => parts.length > 0)
    const items =
      elements.length > 0 && elements.every(({ isList }) => isList)
        ? close(elements.flatMap(({ schemas: parts }) => parts))
        : true
    const copy = { properties: Object.fromEntries(properties), ...(items === true ? {} : { items }) }
    return isClosable(value) ? { ...copy, ...closedOver(value, copy) } : copy
  }

  #followed(schema: Node): Node {
    return isPureReference(this.#catalog, schema)
      ? (referencedSchema(this.#catalog, schema) ?? schema)
      : schema
  }

  #tooManyClosings(schema: Node | undefined): ContractError {
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

/** A key that is the same in every run, whatever else the catalog holds, and that a URI can hold. */
function definitionKey(kind: string, id: string): string {
  return `${kind}-${createHash('sha256').update(id).digest('hex').slice(0, 20)}`
}

/** An object that declares no property is free-form and stays open. */
function isClosable({ names, patterns, isOpen }: DescribedValue): boolean {
  return !isOpen && names.length + patterns.length > 0
}

function closedOver({ names, patterns }: DescribedValue, copy: JsonObject): JsonObject {
  const beside = (keyword: string, keys: readonly string[]): JsonObject => {
    const own = isObject(copy[keyword]) ? copy[keyword] : {}
    const all = [...keys.map((key) => [key, true] as const), ...Object.entries(own)]
    return all.length === 0 ? {} : { [keyword]: Object.fromEntries(all) }
  }
  return {
    ...beside('properties', names),
    ...beside('patternProperties', patterns),
    additionalProperties: false,
  }
}

function inside(sub: Subschema, variant: 'read' | 'part'): Variant {
  if (variant === 'read' || sub.role === 'perhaps' || sub.role === 'aside') return 'read'
  return sub.role === 'together' ? 'part' : 'write'
}

/** Puts rewritten schemas back into the form in which they stood: one, a list or a map. */
function collect(
  before: Json | undefined,
  rewritten: readonly (readonly [string | undefined, Json])[],
): Json {
  const [first] = rewritten
  if (first !== undefined && first[0] === undefined) return first[1]
  if (!isObject(before)) return rewritten.map(([, schema]) => schema)
  // `dependencies` may hold lists of names beside schemas.
  return Object.fromEntries([
    ...Object.entries(before),
    ...rewritten.map(([key, schema]) => [key ?? '', schema] as const),
  ])
}

/** 2020-12 says `prefixItems` and `items` where earlier drafts say `items` and `additionalItems`. */
function inOneDialect(schema: JsonObject): JsonObject {
  const { prefixItems, ...rest } = schema
  if (prefixItems === undefined) {
    const { additionalItems, ...others } = schema
    return additionalItems === undefined || Array.isArray(schema['items']) ? schema : others
  }
  const { items, ...others } = rest
  return { ...others, items: prefixItems, ...(items === undefined ? {} : { additionalItems: items }) }
}
