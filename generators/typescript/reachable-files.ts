import type { Catalog, Json, Node } from '@concordat/toolkit/model'
import { referencedSchema, subschemas } from '@concordat/toolkit/schema'

/** Tells on which files schemas depend: their own and those that they refer to, however far. */
export class ReachableFiles {
  readonly #catalog: Catalog
  /** By the values of schemas. */
  readonly #references = new Map<Json, readonly Node[]>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** Hashes by path, sorted by path. */
  hashes(schemas: readonly Node[]): readonly (readonly [string, string | undefined])[] {
    const files = new Set<string>()
    const seen = new Set<Json>()
    const waiting = [...schemas]
    for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
      files.add(schema.file)
      if (seen.has(schema.value)) continue
      seen.add(schema.value)
      waiting.push(...this.#referenced(schema))
    }
    return [...files].toSorted().map((file) => [file, this.#catalog.files.get(file)?.hash])
  }

  #referenced(schema: Node): readonly Node[] {
    const known = this.#references.get(schema.value)
    if (known !== undefined) return known
    const found: Node[] = []
    this.#collect(schema, found)
    this.#references.set(schema.value, found)
    return found
  }

  #collect(schema: Node, found: Node[]): void {
    const target = referencedSchema(this.#catalog, schema)
    if (target !== undefined) found.push(target)
    for (const { node } of subschemas(schema)) this.#collect(node, found)
  }
}
