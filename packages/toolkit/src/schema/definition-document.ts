import type { Json, JsonObject } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'
import { definitionClosure, type VariantDefinition } from './schema-variants.ts'

/** A definition in one document with all that it uses, in JSON Schema 2019-09. */
export interface DefinitionDocument {
  readonly document: Json
  /** Everything in it, by key. */
  readonly definitions: ReadonlyMap<string, VariantDefinition>
}

export function definitionDocument(definition: VariantDefinition): DefinitionDocument {
  const definitions = new Map(definitionClosure([definition]).map((used) => [used.key, used]))
  const named = [...definitions.values()].map((used) => [used.key, withId(used)] as const)
  return { document: { $ref: definition.key, $defs: Object.fromEntries(named) }, definitions }
}

/** Each definition is a resource of its own, so that the keys are references. */
function withId({ key, schema }: VariantDefinition): JsonObject {
  if (isObject(schema)) return { $id: key, ...schema }
  return { $id: key, ...(schema === false ? { allOf: [false] } : {}) }
}
