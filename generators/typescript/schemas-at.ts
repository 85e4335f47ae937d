import { type Catalog, child, type Node, pointerTokens } from '@concordat/toolkit/model'
import { describedValue, propertySchema } from '@concordat/toolkit/schema'

/** The schemas of the value at a JSON Pointer inside the value that a schema describes. */
export function schemasAt(catalog: Catalog, schema: Node, pointer: string): readonly Node[] {
  let schemas: readonly Node[] = [schema]
  for (const token of pointerTokens(pointer) ?? []) {
    schemas = describedValue(catalog, schemas).members.flatMap(
      ({ node }) => propertySchema(node, token) ?? [],
    )
  }
  return schemas
}

/** Names of the properties that a value must have. */
export function requiredProperties(catalog: Catalog, schema: Node): ReadonlySet<string> {
  const certain = describedValue(catalog, [schema]).members.filter((member) => member.certain)
  return new Set(certain.flatMap(({ node }) => requiredNames(node)))
}

/** The names in a schema's own `required`. */
export function requiredNames(schema: Node): readonly string[] {
  const names = child(schema, 'required')?.value
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}
