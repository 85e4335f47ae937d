import { type Catalog, child, items, type Json, type Node } from '@concordat/toolkit/model'
import { openValues } from '@concordat/toolkit/schema'
import type { ListedValues } from './schema-tree.ts'
import { statedNodes } from './stated.ts'
import type { Together } from './together.ts'

/** The values that are left when every list holds; closed lists go before open ones, which bind only those who write. */
export function readValues(catalog: Catalog, together: Together): ListedValues | undefined {
  const closed = [
    ...statedNodes(together, 'const').map(({ value }) => [value]),
    ...closedLists(catalog, together),
  ]
  if (closed.length > 0) return { values: closed.reduce(intersect), isOpen: false }
  const open = inForce(together).flatMap((node) => {
    const values = openValues(catalog, node)
    return values === undefined ? [] : [values]
  })
  return open.length === 0 ? undefined : { values: open.reduce(intersect), isOpen: true }
}

function closedLists(catalog: Catalog, together: Together): readonly (readonly Json[])[] {
  return inForce(together)
    .filter((node) => openValues(catalog, node) === undefined)
    .flatMap((node) => {
      const list = child(node, 'enum')
      return list === undefined ? [] : [items(list).map(({ value }) => value)]
    })
}

function inForce({ members }: Together): readonly Node[] {
  return members.flatMap(({ node, isIgnored }) => (isIgnored ? [] : [node]))
}

function intersect(left: readonly Json[], right: readonly Json[]): readonly Json[] {
  const texts = new Set(right.map((value) => JSON.stringify(value)))
  return left.filter((value) => texts.has(JSON.stringify(value)))
}
