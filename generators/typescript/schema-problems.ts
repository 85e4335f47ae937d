import type { Catalog, ContractProblem, Node } from '@concordat/toolkit/model'
import { appliesItself, checkSchema } from '@concordat/toolkit/schema'

/** What keeps a schema from being compiled into a validator that ends. */
export function schemaProblems(catalog: Catalog, schema: Node): readonly ContractProblem[] {
  const problems = checkSchema(schema).map(({ node, message, fix }): ContractProblem => ({
    code: 'invalid-schema',
    message,
    fix,
    place: catalog.locate(node),
  }))
  return problems.length === 0 && appliesItself(catalog, schema) ? [endless(catalog, schema)] : problems
}

function endless(catalog: Catalog, schema: Node): ContractProblem {
  return {
    code: 'circular-reference',
    message: 'The schema applies itself to the same value, so that a check never ends.',
    fix: 'Let the reference stand under a property or an element: a schema may contain itself, but not be itself.',
    place: catalog.locate(schema),
  }
}
