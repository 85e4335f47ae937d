import { type Catalog, type Node, nodeId } from '@concordat/toolkit/model'
import { referencedSchema, subschemas } from '@concordat/toolkit/schema'

/** Tells on which files schemas depend: their own and those that they refer to, however far. */
export class ReachableFiles {
  readonly #catalog: Catalog
  readonly #references = new Map<string, readonly Node[]>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** Hashes by path, sorted by path. */
  hashes(schemas: readonly Node[]): readonly (readonly [string, string | undefined])[] {
    const files = new Set<string>()
    const seen = new Set<string>()
    const waiting = [...schemas]
    for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
      if (seen.has(nodeId(schema))) continue
      seen.add(nodeId(schema))
      files.add(schema.file)
      waiting.push(...this.#referenced(schema))
    }
    return [...files].toSorted().map((file) => [file, this.#catalog.files.get(file)?.hash])
  }

  #referenced(schema: Node): readonly Node[] {
    const id = nodeId(schema)
    const known = this.#references.get(id)
    if (known !== undefined) return known
    const target = referencedSchema(this.#catalog, schema)
    const under = subschemas(schema).flatMap(({ node }) => this.#referenced(node))
    const found = [...(target === undefined ? [] : [target]), ...under]
    this.#references.set(id, found)
    return found
  }
}
