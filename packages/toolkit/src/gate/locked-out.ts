import { sameJson } from '../compatibility/evaluate/same-json.ts'
import type { Json, SecurityScheme } from '../model/catalog.ts'
import { isObject } from '../model/json.ts'

/** Ways to be let in that are not accepted any more; one of the list is enough, and without a list anyone is let in. */
export function lockedOut(
  base: readonly SecurityScheme[],
  head: readonly SecurityScheme[],
): readonly string[] {
  if (head.length === 0) return []
  if (base.length === 0) return ['who does not say who it is']
  return base
    .filter((scheme) => !head.some((other) => isSame(scheme.definition, other.definition)))
    .map(({ name }) => name)
}

function isSame(left: Json, right: Json): boolean {
  return sameJson(essence(left), essence(right))
}

function essence(definition: Json): Json {
  if (!isObject(definition)) return definition
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== 'description'))
}
