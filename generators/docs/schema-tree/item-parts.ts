import { items, type Node } from '@concordat/toolkit/model'
import { isSchema } from '@concordat/toolkit/schema'
import type { GroupPlan, PartPlan } from './part-plan.ts'
import { including, rangeOf, rangeText } from './range.ts'
import { statedNodes, statedNumbers } from './stated.ts'
import type { Together } from './together.ts'
import type { Words } from './words.ts'

/** The items of an array: those of a tuple by their places, the others, and those of which some must be there. */
export function itemGroup(together: Together, path: string): readonly GroupPlan[] {
  const places = placeParts(together, path)
  const each = statedNodes(together, 'items').filter((node) => isSchema(node))
  const further = ['additionalItems', 'unevaluatedItems'].flatMap((keyword) => statedNodes(together, keyword))
  const rest = [...each, ...(places.length === 0 ? [] : further)].filter(
    ({ value }) => typeof value === 'object',
  )
  const label = places.length === 0 ? 'each item' : 'each further item'
  const parts = [
    ...places,
    ...(rest.length === 0 ? [] : [item([label], `${path}[]`, rest)]),
    ...containedParts(together, path),
  ]
  return parts.length === 0 ? [] : [{ kind: 'items', heading: [], parts }]
}

/** `prefixItems`, and before 2020-12 a list under `items`. */
function placeParts(together: Together, path: string): readonly PartPlan[] {
  const places: Node[][] = []
  const lists = [...statedNodes(together, 'prefixItems'), ...statedNodes(together, 'items')]
  for (const list of lists)
    for (const [index, schema] of items(list).entries()) (places[index] ??= []).push(schema)
  const least = Math.max(0, ...statedNumbers(together, 'minItems'))
  return places.map((schemas, index) => ({
    ...item([`item ${index + 1}`], `${path}[${index}]`, schemas),
    isRequired: index < least,
  }))
}

function containedParts(together: Together, path: string): readonly PartPlan[] {
  const least = statedNumbers(together, 'minContains')
  const most = statedNumbers(together, 'maxContains').map(including)
  const range = rangeText(rangeOf((least.length === 0 ? [1] : least).map(including), most), 'items')
  return statedNodes(together, 'contains')
    .filter((node) => isSchema(node))
    .map((node, index) => item([range ?? 'some items'], `${path}[+${index}]`, [node]))
}

function item(label: Words, path: string, schemas: readonly Node[]): PartPlan {
  return { kind: 'item', label, isRequired: false, path, schemas }
}
