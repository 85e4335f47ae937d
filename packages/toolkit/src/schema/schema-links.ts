import type { Catalog, Json, Node } from '../model/catalog.ts'
import { keywords as allKeywords } from './keywords.ts'
import { isPureReference, referencedSchema } from './schema-references.ts'
import { subschemas } from './subschemas.ts'

/** A reference in a schema. */
export interface SchemaLink {
  /** The schema that it leads to. */
  readonly target: Node
  /** The keywords under which it stands, from the outside in. */
  readonly keywords: readonly string[]
  /** Whether the schema that it stands in is nothing but this reference. */
  readonly isAlone: boolean
  /** Whether it bears on what the schema accepts; a definition that nothing refers to does not. */
  readonly isApplied: boolean
}

interface Contents {
  readonly links: SchemaLink[]
  usesUnevaluated: boolean
}

/** Tells what stands in a schema itself, up to its references, and remembers it: it is asked for often. */
export class SchemaLinks {
  readonly #catalog: Catalog
  /** By the schemas' values, each of which stands in one file. */
  readonly #contents = new Map<Json, Contents>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** The references in a schema, in the order of the file; one target may come twice. */
  of(schema: Node): readonly SchemaLink[] {
    return this.#contentsOf(schema).links
  }

  /** Whether `unevaluatedProperties` or `unevaluatedItems` bear on what the schema accepts. */
  usesUnevaluated(schema: Node): boolean {
    return this.#contentsOf(schema).usesUnevaluated
  }

  #contentsOf(schema: Node): Contents {
    const known = this.#contents.get(schema.value)
    if (known !== undefined) return known
    const contents: Contents = { links: [], usesUnevaluated: false }
    this.#collect(schema, [], contents)
    this.#contents.set(schema.value, contents)
    return contents
  }

  #collect(schema: Node, keywords: string[], contents: Contents): void {
    const target = referencedSchema(this.#catalog, schema)
    if (target !== undefined) {
      const isAlone = isPureReference(this.#catalog, schema)
      contents.links.push({ target, keywords: [...keywords], isAlone, isApplied: areApplied(keywords) })
      if (isAlone) return
    }
    for (const { node, keyword } of subschemas(schema)) {
      keywords.push(keyword)
      if (keyword.startsWith('unevaluated')) contents.usesUnevaluated ||= areApplied(keywords)
      this.#collect(node, keywords, contents)
      keywords.pop()
    }
  }
}

function areApplied(keywords: readonly string[]): boolean {
  return keywords.every((keyword) => allKeywords.get(keyword)?.role !== 'annotation')
}
