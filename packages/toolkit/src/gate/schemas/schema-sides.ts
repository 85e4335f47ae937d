import type { Catalog, Json, Node } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { nodeAt } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import { definitionDocument } from '../../schema/definition-document.ts'
import { SchemaVariants, type VariantDefinition } from '../../schema/schema-variants.ts'

/** A schema as one side of a message sees it, in one document with all that it refers to. */
export interface SideSchema {
  /** JSON Schema 2019-09. */
  readonly document: Json
  /** The place in the contracts of a schema in the document, by its JSON Pointer there. */
  readonly placeOf: (pointer: string) => Node | undefined
}

/**
 * What a catalog's generated publishers let through and what its generated consumers accept, as schemas that can be
 * compared. They are the ones that the generated validators are compiled from.
 */
export class SchemaSides {
  readonly #variants: SchemaVariants
  readonly #opened = new Map<VariantDefinition, SideSchema>()

  constructor(catalog: Catalog) {
    this.#variants = new SchemaVariants(catalog)
  }

  /** What the generated publisher lets through: only what the schema declares. */
  writer(schema: Node): SideSchema {
    return this.#open(this.#variants.define(schema, 'write'))
  }

  /** What the generated consumer accepts: the schema as it stands. */
  reader(schema: Node): SideSchema {
    return this.#open(this.#variants.define(schema, 'read'))
  }

  #open(definition: VariantDefinition): SideSchema {
    const known = this.#opened.get(definition)
    if (known !== undefined) return known
    const { document, definitions } = definitionDocument(definition)
    const side: SideSchema = { document, placeOf: (pointer) => this.#placeOf(definitions, pointer) }
    this.#opened.set(definition, side)
    return side
  }

  #placeOf(definitions: ReadonlyMap<string, VariantDefinition>, pointer: string): Node | undefined {
    const [, key = '', ...below] = pointerTokens(pointer) ?? []
    const node = definitions.get(key)?.node
    return node && this.#below(node, below)
  }

  /** Follows the tokens of a schema in one dialect through the schema as it is written. */
  #below(node: Node, [token, ...rest]: readonly string[]): Node | undefined {
    if (token === undefined) return node
    const written =
      token === 'items' && isObject(node.value) && 'prefixItems' in node.value ? 'prefixItems' : token
    const next = nodeAt(node, [token === 'additionalItems' && !has(node, token) ? 'items' : written])
    return next && this.#below(next, rest)
  }
}

function has({ value }: Node, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key)
}
