import type { Catalog, ContractProblem, Node } from '@concordat/toolkit/model'
import { checkSchema } from '@concordat/toolkit/schema'

/** What keeps a schema from being compiled. */
export function schemaProblems(catalog: Catalog, schema: Node): readonly ContractProblem[] {
  return checkSchema(schema).map(({ node, message, fix }) => ({
    code: 'invalid-schema',
    message,
    fix,
    place: catalog.locate(node),
  }))
}
