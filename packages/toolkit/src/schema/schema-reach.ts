import type { Catalog, Json, Node } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import { nodeId } from '../model/node.ts'
import { referencedSchema } from './schema-references.ts'
import { subschemas } from './subschemas.ts'

/** Answers whether a test holds for a schema or for any that describes the same value or its parts; remembers answers. */
export class SchemaReach {
  readonly #catalog: Catalog
  readonly #test: (schema: Node) => boolean
  readonly #answers = new Map<string, boolean>()

  constructor(catalog: Catalog, test: (schema: Node) => boolean) {
    this.#catalog = catalog
    this.#test = test
  }

  holds(schema: Node): boolean {
    const root = nodeId(schema)
    const known = this.#answers.get(root)
    if (known !== undefined) return known
    const seen = new Set<string>()
    const answer = this.#search(schema, seen)
    // A yes is proved for the root only; a no for all that was seen on the way.
    if (answer) this.#answers.set(root, true)
    else for (const id of seen) this.#answers.set(id, false)
    return answer
  }

  #search(schema: Node, seen: Set<string>): boolean {
    const waiting = [schema]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const id = nodeId(node)
      if (seen.has(id)) continue
      seen.add(id)
      if (this.#answers.get(id) === true || this.#test(node)) return true
      const target = referencedSchema(this.#catalog, node)
      if (target !== undefined) waiting.push(target)
      for (const { node: sub, role } of subschemas(node)) {
        if (role !== 'aside' && role !== 'annotation') waiting.push(sub)
      }
    }
    return false
  }
}

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
