import { type Catalog, type Json, type JsonObject, type Node, nodeId } from '@concordat/toolkit/model'
import { isPureReference, referencedSchema, type Subschema, subschemas } from '@concordat/toolkit/schema'
import { definitionName } from './definition-name.ts'

/** Copies schemas into one document: what they refer to goes into a map of definitions, under a name of its own. */
export class SchemaCopier {
  readonly #catalog: Catalog
  readonly #prefix: string
  readonly #names = new Map<string, string>()
  readonly #nodes = new Map<string, Node>()

  /** @param prefix what references to definitions begin with: `#/$defs/` */
  constructor(catalog: Catalog, prefix: string) {
    this.#catalog = catalog
    this.#prefix = prefix
  }

  /** Without definitions and identifiers: references lead to the copies, and a base of their own would lead elsewhere. */
  copy(schema: Node): Json {
    if (typeof schema.value !== 'object' || schema.value === null) return schema.value
    const copy = new Map(Object.entries(schema.value as JsonObject))
    for (const name of PLACES) copy.delete(name)
    const target = referencedSchema(this.#catalog, schema)
    if (target !== undefined) {
      for (const name of ['$recursiveRef', '$dynamicRef']) copy.delete(name)
      copy.set('$ref', this.referenceTo(target))
    }
    const areSiblingsInForce = copy.size > 1 && !isPureReference(this.#catalog, schema)
    for (const [keyword, parts] of Map.groupBy(subschemas(schema), (part) => part.keyword)) {
      const stated = copy.get(keyword)
      if (stated !== undefined) copy.set(keyword, this.#copyParts(stated, parts))
    }
    if (target !== undefined && areSiblingsInForce) moveReference(copy)
    return Object.fromEntries(copy)
  }

  /** A `$ref` to the copy of a schema. */
  referenceTo(node: Node): string {
    return `${this.#prefix}${this.#nameOf(node)}`
  }

  /** Copies of all that was referred to; each may refer to more. */
  definitions(): Record<string, Json> {
    const copies = new Map<string, Json>()
    for (const [name, node] of this.#nodes) copies.set(name, this.copy(node))
    return Object.fromEntries(copies)
  }

  /** What a keyword states, with copies of the schemas in it: it is one itself, or a list or a map of some. */
  #copyParts(stated: Json, parts: readonly Subschema[]): Json {
    const copies = new Map(parts.map(({ node, key }) => [key, this.copy(node)]))
    const only = copies.get(undefined)
    if (only !== undefined) return only
    if (Array.isArray(stated)) return stated.map((member, index) => copies.get(String(index)) ?? member)
    const members = Object.entries(stated as JsonObject)
    return Object.fromEntries(members.map(([name, member]) => [name, copies.get(name) ?? member]))
  }

  #nameOf(node: Node): string {
    const id = nodeId(node)
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const base = definitionName(this.#catalog, node)
    let name = base
    for (let count = 2; this.#nodes.has(name); count++) name = `${base}-${count}`
    this.#names.set(id, name)
    this.#nodes.set(name, node)
    return name
  }
}

/** Keywords that mean something only while a schema stands in its own document. */
const PLACES = '$id id $schema $anchor $recursiveAnchor $dynamicAnchor $defs definitions'.split(' ')

/** Under `allOf`, where it leaves its siblings in force in every dialect: the copy may stand in a document of another. */
function moveReference(copy: Map<string, Json>): void {
  const [$ref, others = []] = [copy.get('$ref') ?? '', copy.get('allOf')]
  copy.delete('$ref')
  copy.set('allOf', [{ $ref }, ...(others as readonly Json[])])
}
