import type { Catalog, Json, JsonObject, Node } from '@concordat/toolkit/model'
import { nodeId } from '@concordat/toolkit/model'
import { declaredSchema, referencedSchema, subschemas } from '@concordat/toolkit/schema'
import { definitionName } from './definition-name.ts'

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#'

/** A schema with everything that it refers to in one document, under `$defs`; it validates what the original does. */
export function bundleSchema(catalog: Catalog, stated: Node): JsonObject {
  const schema = declaredSchema(catalog, stated)
  const definitions = new Definitions(catalog)
  const root = copySchema(catalog, schema, definitions)
  const dialect = dialectOf(catalog, schema)
  const bundled = definitions.copies((node) => copySchema(catalog, node, definitions))
  return {
    $schema: dialect,
    ...(typeof root === 'object' ? (root as JsonObject) : { allOf: [root] }),
    ...(Object.keys(bundled).length === 0 ? {} : { $defs: bundled }),
  }
}

/** The schemas that are referred to, each under a name of its own, in the order in which they are met. */
class Definitions {
  readonly #catalog: Catalog
  readonly #names = new Map<string, string>()
  readonly #nodes = new Map<string, Node>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  nameOf(node: Node): string {
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

  /** Copying one definition may add others. */
  copies(copy: (node: Node) => Json): Record<string, Json> {
    const copies = new Map<string, Json>()
    for (const [name, node] of this.#nodes) copies.set(name, copy(node))
    return Object.fromEntries(copies)
  }
}

/** Without definitions and identifiers: the references lead to the copies, and a base of their own would lead elsewhere. */
function copySchema(catalog: Catalog, schema: Node, definitions: Definitions): Json {
  if (typeof schema.value !== 'object' || schema.value === null) return schema.value
  const copy = new Map(Object.entries(schema.value as JsonObject))
  for (const name of ['$id', 'id', '$schema', '$anchor', '$defs', 'definitions']) copy.delete(name)
  const target = referencedSchema(catalog, schema)
  if (target !== undefined) {
    for (const name of ['$recursiveRef', '$dynamicRef', '$recursiveAnchor', '$dynamicAnchor'])
      copy.delete(name)
    copy.set('$ref', `#/$defs/${definitions.nameOf(target)}`)
  }
  for (const { node, keyword, key } of subschemas(schema)) {
    if (!copy.has(keyword)) continue
    const inner = copySchema(catalog, node, definitions)
    copy.set(keyword, key === undefined ? inner : replaced(copy.get(keyword) ?? null, key, inner))
  }
  return Object.fromEntries(copy)
}

function replaced(members: Json, key: string, value: Json): Json {
  if (Array.isArray(members)) return (members as readonly Json[]).with(Number(key), value)
  return Object.fromEntries(
    Object.entries(members as JsonObject).map(([name, member]) => [name, name === key ? value : member]),
  )
}

/** What the file says, or the first file with a dialect that it refers to. */
function dialectOf(catalog: Catalog, schema: Node): string {
  const files = [
    schema,
    ...subschemas(schema).map(({ node }) => referencedSchema(catalog, node) ?? node),
  ].map(({ file }) => file)
  for (const file of files) {
    const root = catalog.files.get(file)?.value as JsonObject | undefined
    const dialect =
      typeof root === 'object' && root !== null && Object.hasOwn(root, '$schema')
        ? root['$schema']
        : undefined
    if (typeof dialect === 'string') return dialect
  }
  return DRAFT_07
}
