import type { Json, Node } from './catalog.ts'
import { isArray, isObject } from './json.ts'
import { child, items } from './node.ts'
import type { References } from './references.ts'

/** Schemas that hold for one and the same value: the schema itself, what it refers to and all members of `allOf`. */
export function branches(references: References, schema: Node): readonly Node[] {
  return allBranches(references, [schema])
}

/** Each is listed once, so that schemas which contain themselves do not multiply. */
function allBranches(references: References, schemas: readonly Node[]): readonly Node[] {
  const found = new Map<Json, Node>()
  const pending = schemas.toReversed()
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    const target = references.target(schema)
    if (found.has(target.value)) continue
    found.set(target.value, target)
    pending.push(...items(child(target, 'allOf')).toReversed())
  }
  return [...found.values()]
}

/** Schemas of the value at a JSON Pointer's tokens inside the value that `schema` describes. */
export function schemasAt(references: References, schema: Node, tokens: readonly string[]): readonly Node[] {
  return tokens.reduce<readonly Node[]>(
    (schemas, token) => memberSchemas(references, schemas, token),
    [schema],
  )
}

/**
 * Whether every value of a schema with these {@link branches} has something at the tokens: each is required of the object
 * before it.
 */
export function isRequiredAt(
  references: References,
  schemas: readonly Node[],
  tokens: readonly string[],
): boolean {
  const [token, ...rest] = tokens
  if (token === undefined) return true
  return (
    schemas.some((schema) => requires(schema, token)) &&
    (rest.length === 0 || isRequiredAt(references, allBranches(references, membersOf(schemas, token)), rest))
  )
}

function requires({ value }: Node, name: string): boolean {
  const required = isObject(value) && Object.hasOwn(value, 'required') ? value['required'] : undefined
  return isArray(required) && required.includes(name)
}

function memberSchemas(references: References, schemas: readonly Node[], token: string): readonly Node[] {
  return membersOf(allBranches(references, schemas), token)
}

function membersOf(schemas: readonly Node[], name: string): readonly Node[] {
  return schemas.flatMap((schema) => {
    const properties = child(schema, 'properties')
    return (properties === undefined ? undefined : child(properties, name)) ?? []
  })
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
