import type { Catalog, Node } from '../../model/catalog.ts'
import { child } from '../../model/node.ts'
import { referencedSchema } from '../../schema/schema-references.ts'
import type { ComparedSchema } from './compared-schemas.ts'

/**
 * What stands in one of two compared schemas where a way leads in the other, through whatever references stand on the
 * way. Where the way ends early, what is there.
 */
export function counterpart({ schema, catalog }: ComparedSchema, way: readonly string[]): Node {
  return walk(schema, way, catalog, 0)
}

const MOST_REFERENCES = 100

function walk(node: Node, way: readonly string[], catalog: Catalog, references: number): Node {
  const [token, ...rest] = way
  const next = token === undefined ? undefined : below(node, token)
  if (next !== undefined) return walk(next, rest, catalog, 0)
  const target = references < MOST_REFERENCES ? referencedSchema(catalog, node) : undefined
  return target === undefined ? node : walk(target, way, catalog, references + 1)
}

/** Ways are told in the terms of draft-07. */
function below(node: Node, token: string): Node | undefined {
  const found = child(node, token)
  if (token === 'items') return child(node, 'prefixItems') ?? found
  return found ?? (token === 'additionalItems' ? child(node, 'items') : undefined)
}
