import type { Catalog, Json, Node } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import type { KeywordRole } from './keywords.ts'
import { referencedSchema } from './schema-references.ts'
import { subschemas } from './subschemas.ts'

/**
 * Answers whether a test holds for a schema or for any that describes the same value or its parts. It remembers answers
 * by the schemas' values, each of which stands in one file.
 */
export class SchemaReach {
  readonly #catalog: Catalog
  readonly #test: (schema: Node) => boolean
  readonly #answers = new Map<Json, boolean>()

  constructor(catalog: Catalog, test: (schema: Node) => boolean) {
    this.#catalog = catalog
    this.#test = test
  }

  holds(schema: Node): boolean {
    const known = this.#answers.get(schema.value)
    if (known !== undefined) return known
    if (this.#test(schema)) return true
    const next = this.#next(schema)
    if (next.length === 0) return false
    const seen = new Set<Json>([schema.value])
    const answer = this.#search(next, seen)
    // A yes is proved for the root only; a no for all that was seen on the way.
    if (answer) this.#answers.set(schema.value, true)
    else for (const value of seen) this.#answers.set(value, false)
    return answer
  }

  #search(waiting: Node[], seen: Set<Json>): boolean {
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (seen.has(node.value)) continue
      seen.add(node.value)
      const known = this.#answers.get(node.value)
      if (known === false) continue
      if (known === true || this.#test(node)) return true
      waiting.push(...this.#next(node))
    }
    return false
  }

  #next(schema: Node): Node[] {
    const target = referencedSchema(this.#catalog, schema)
    const parts = subschemas(schema, DESCRIBING).map(({ node }) => node)
    return target === undefined ? parts : [target, ...parts]
  }
}

const DESCRIBING: ReadonlySet<KeywordRole> = new Set(['together', 'perhaps', 'property', 'element'])

/** Whether a schema says anything about the properties of an object. */
export function speaksOfProperties({ value }: Node): boolean {
  return isObject(value) && PROPERTY_KEYWORDS.some((keyword) => Object.hasOwn(value, keyword))
}

const PROPERTY_KEYWORDS = ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties']

/** Whether a schema declares properties and leaves open whether others may stand beside them. */
export function leavesPropertiesOpen({ value }: Node): boolean {
  if (!isObject(value) || Object.hasOwn(value, 'additionalProperties')) return false
  return hasMembers(value['properties']) || hasMembers(value['patternProperties'])
}

function hasMembers(value: Json | undefined): boolean {
  return isObject(value) && Object.keys(value).length > 0
}
