import type { Catalog, Node } from '@concordat/toolkit/model'
import { describedValue, propertySchema } from '@concordat/toolkit/schema'
import { jsonTypes } from './json-types.ts'

/**
 * Whether text can satisfy the schema of the headers. Headers travel as text; a contract that calls one a number means
 * something that no check of the text can find.
 */
export function allowsText(catalog: Catalog, headers: Node): boolean {
  const { members, names } = describedValue(catalog, [headers])
  return names.every((name) => {
    const schemas = members.flatMap(({ node }) => propertySchema(node, name) ?? [])
    const described = describedValue(catalog, schemas).members.map(({ node }) => jsonTypes(node))
    return described.every((types) => types.length === 0 || types.includes('string'))
  })
}
