import type { Catalog } from '../../model/catalog.ts'
import { checkSchema, type SchemaProblem } from '../../schema/check-schema.ts'
import { reachedSchemas } from './reached-schemas.ts'

const problems = new WeakMap<Catalog, readonly SchemaProblem[]>()

/** What is wrong with the schemas of a catalog themselves. */
export function schemaProblems(catalog: Catalog): readonly SchemaProblem[] {
  const known = problems.get(catalog) ?? findProblems(catalog)
  problems.set(catalog, known)
  return known
}

function findProblems(catalog: Catalog): readonly SchemaProblem[] {
  const definitions = reachedSchemas(catalog).filter(({ isDefinition }) => isDefinition)
  return definitions.flatMap(({ node }) => checkSchema(node))
}
