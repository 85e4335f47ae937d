import { hash } from 'node:crypto'
import { compareText } from '../../model/by-name.ts'
import type { Catalog, Json, Node } from '../../model/catalog.ts'
import { ContractError } from '../../model/contract-error.ts'
import { isArray, isObject } from '../../model/json.ts'
import { nodeId } from '../../model/node.ts'

/**
 * A node and everything that it refers to, as one text. References stand as numbers in the order in which they are met,
 * so two copies of a definition have the same text wherever they stand.
 *
 * @param prepare changes each value before its references are followed
 */
export function definitionText(catalog: Catalog, node: Node, prepare?: (value: Json) => Json): string {
  return definition(catalog, node, prepare).texts.join('\n')
}

/** Like {@link definitionText}, with the places: equal keys, the same findings at the same places. */
export function definitionKey(catalog: Catalog, node: Node): string {
  const { ids, texts } = definition(catalog, node)
  return hash('sha256', JSON.stringify([ids, texts]))
}

function definition(
  catalog: Catalog,
  node: Node,
  prepare: (value: Json) => Json = (value) => value,
): { readonly ids: readonly string[]; readonly texts: readonly string[] } {
  const numbers = new Map([[nodeId(node), 0]])
  const found = [node]
  const texts: string[] = []
  for (const { file, value } of found) {
    const number = (ref: string): number | undefined => {
      const target = targetOf(catalog, file, ref)
      if (target === undefined) return undefined
      const id = nodeId(target)
      const known = numbers.get(id)
      if (known === undefined) numbers.set(id, found.push(target) - 1)
      return known ?? found.length - 1
    }
    texts.push(JSON.stringify(rewrite(prepare(value), number)))
  }
  return { ids: [...numbers.keys()], texts }
}

function rewrite(value: Json, number: (ref: string) => number | undefined): Json {
  if (isArray(value)) return value.map((item) => rewrite(item, number))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, member]): [string, Json] =>
    key === '$ref' && typeof member === 'string'
      ? [key, number(member) ?? member]
      : [key, rewrite(member, number)],
  )
  return Object.fromEntries(members.toSorted(([a], [b]) => compareText(a, b)))
}

/** Undefined for what only looks like a reference, in an example for instance: the loader has refused broken ones. */
function targetOf(catalog: Catalog, file: string, ref: string): Node | undefined {
  try {
    return catalog.resolve({ file }, ref)
  } catch (error) {
    if (error instanceof ContractError) return undefined
    throw error
  }
}
