import { type Catalog, type Json, type JsonObject, type Node, nodeId } from '@concordat/toolkit/model'
import { referencedSchema, subschemas } from '@concordat/toolkit/schema'
import { definitionName } from './definition-name.ts'

/** Copies schemas into one document: what they refer to goes into a map of definitions, under a name of its own. */
export class SchemaCopier {
  readonly #catalog: Catalog
  readonly #prefix: string
  readonly #elsewhere: (schema: Node) => string | undefined
  readonly #names = new Map<string, string>()
  readonly #nodes = new Map<string, Node>()

  /**
   * @param prefix what references to definitions begin with: `#/$defs/`
   * @param elsewhere a reference to a schema that the document has anyway
   */
  constructor(
    catalog: Catalog,
    prefix: string,
    elsewhere: (schema: Node) => string | undefined = () => undefined,
  ) {
    this.#catalog = catalog
    this.#prefix = prefix
    this.#elsewhere = elsewhere
  }

  /** Without definitions and identifiers: references lead to the copies, and a base of their own would lead elsewhere. */
  copy(schema: Node): Json {
    if (typeof schema.value !== 'object' || schema.value === null) return schema.value
    const copy = new Map(Object.entries(schema.value as JsonObject))
    for (const name of ['$id', 'id', '$schema', '$anchor', '$defs', 'definitions']) copy.delete(name)
    const target = referencedSchema(this.#catalog, schema)
    if (target !== undefined) {
      for (const name of DYNAMIC) copy.delete(name)
      copy.set('$ref', this.referenceTo(target))
    }
    for (const { node, keyword, key } of subschemas(schema)) {
      const members = copy.get(keyword)
      if (members === undefined) continue
      const inner = this.copy(node)
      copy.set(keyword, key === undefined ? inner : replaceMember(members, key, inner))
    }
    return Object.fromEntries(copy)
  }

  /** A `$ref` to the copy of a schema. */
  referenceTo(node: Node): string {
    return this.#elsewhere(node) ?? `${this.#prefix}${this.#nameOf(node)}`
  }

  /** Copies of all that was referred to; each may refer to more. */
  definitions(): Record<string, Json> {
    const copies = new Map<string, Json>()
    for (const [name, node] of this.#nodes) copies.set(name, this.copy(node))
    return Object.fromEntries(copies)
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
const DYNAMIC = ['$recursiveRef', '$dynamicRef', '$recursiveAnchor', '$dynamicAnchor']

function replaceMember(members: Json, key: string, value: Json): Json {
  if (Array.isArray(members)) return (members as readonly Json[]).with(Number(key), value)
  const entries = Object.entries(members as JsonObject)
  return Object.fromEntries(entries.map(([name, member]) => [name, name === key ? value : member]))
}
