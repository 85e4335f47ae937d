import { createHash } from 'node:crypto'
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
export function definitionText(catalog: Catalog, node: Node, prepare: (value: Json) => Json): string {
  const numbers = new Map([[nodeId(node), 0]])
  const found = [node]
  const texts: string[] = []
  for (const { file, value } of found) {
    const number = (ref: string): number | undefined => {
      const target = referenceIn(catalog, file, ref)
      if (target === undefined) return undefined
      const id = nodeId(target)
      const known = numbers.get(id)
      if (known === undefined) numbers.set(id, found.push(target) - 1)
      return known ?? found.length - 1
    }
    texts.push(JSON.stringify(rewrite(prepare(value), number)))
  }
  return texts.join('\n')
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

/** A node's own text and what it refers to. */
export interface Definition {
  readonly text: string
  readonly targets: readonly Node[]
}

/** Makes keys of nodes with everything that they refer to: equal keys, the same findings at the same places. */
export function definitionKeys(
  catalog: Catalog,
  read: (node: Node) => Definition = (node) => readDefinition(catalog, node, JSON.stringify(node.value)),
): (node: Node) => string {
  // By the value, which stands in one place.
  const definitions = new Map<Json, Definition>()
  const definitionOf = (node: Node): Definition => {
    const known = definitions.get(node.value) ?? read(node)
    definitions.set(node.value, known)
    return known
  }
  return (node) => {
    const hash = createHash('sha256')
    const found = new Map([[nodeId(node), node]])
    for (const [id, met] of found) {
      const { text, targets } = definitionOf(met)
      hash.update(`${id}\0${text}\0`)
      for (const target of targets) found.set(nodeId(target), target)
    }
    return hash.digest('hex')
  }
}

/** Also follows what only looks like a reference, in an example for instance. */
export function readDefinition(catalog: Catalog, { file }: Node, text: string): Definition {
  const refs = new Set(Array.from(text.matchAll(/"\$ref":("(?:[^"\\]|\\.)*")/g), ([, ref = '']) => ref))
  const targets = [...refs].map((ref) => referenceIn(catalog, file, JSON.parse(ref) as string))
  return { text, targets: targets.filter((target) => target !== undefined) }
}

/** Undefined for what only looks like a reference, in an example for instance: the loader has refused broken ones. */
function referenceIn(catalog: Catalog, file: string, ref: string): Node | undefined {
  try {
    return catalog.resolve({ file }, ref)
  } catch (error) {
    if (error instanceof ContractError) return undefined
    throw error
  }
}
