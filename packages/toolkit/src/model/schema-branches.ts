import type { Json, Node } from './catalog.ts'
import { child, items, nodeId } from './node.ts'
import type { References } from './references.ts'

/** Schemas that hold for one and the same value: the schema itself, what it refers to and all members of `allOf`. */
export function branches(references: References, schema: Node): readonly Node[] {
  const found = new Map<string, Node>()
  collect(references, schema, found)
  return [...found.values()]
}

function collect(references: References, schema: Node, found: Map<string, Node>): void {
  const target = references.target(schema)
  const id = nodeId(target)
  if (found.has(id)) return
  found.set(id, target)
  for (const branch of items(child(target, 'allOf'))) collect(references, branch, found)
}

/** Schemas of the value at a JSON Pointer's tokens inside the value that `schema` describes; references not followed. */
export function schemasAt(references: References, schema: Node, tokens: readonly string[]): readonly Node[] {
  const [token, ...rest] = tokens
  if (token === undefined) return [schema]
  return memberSchemas(references, schema, token).flatMap((member) => schemasAt(references, member, rest))
}

function memberSchemas(references: References, schema: Node, token: string): readonly Node[] {
  return branches(references, schema).flatMap((branch) => {
    const properties = child(branch, 'properties')
    return (properties === undefined ? undefined : child(properties, token)) ?? []
  })
}

/** Whether every value of the schema has something at the tokens: each is required of the object before it. */
export function isRequiredAt(
  references: References,
  schemas: readonly Node[],
  tokens: readonly string[],
): boolean {
  const [token, ...rest] = tokens
  if (token === undefined) return true
  const isRequired = schemas
    .flatMap((schema) => branches(references, schema))
    .some((branch) => items(child(branch, 'required')).some(({ value }) => value === token))
  return (
    isRequired &&
    isRequiredAt(
      references,
      schemas.flatMap((schema) => memberSchemas(references, schema, token)),
      rest,
    )
  )
}

/** The one value that a schema allows, from `const` or an `enum` of one. */
export function constantOf(references: References, schema: Node): Json | undefined {
  for (const branch of branches(references, schema)) {
    const constant = child(branch, 'const')
    if (constant !== undefined) return constant.value
    const [only, ...others] = items(child(branch, 'enum'))
    if (only !== undefined && others.length === 0) return only.value
  }
  return undefined
}
