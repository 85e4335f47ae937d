import type { Catalog, Json, Node } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'

/**
 * The values of a list that may grow: those who read take any value of its types, those who write keep to the list. It is
 * an `enum` of several strings with `x-extensible-enum: true` beside it, or any such `enum` where the configuration says
 * so, or the list under `x-extensible-enum` itself. Undefined where there is none.
 */
export function openValues(
  { openEnums }: Pick<Catalog, 'openEnums'>,
  { value }: Node,
): readonly Json[] | undefined {
  if (!isObject(value)) return undefined
  const marked = Object.hasOwn(value, 'x-extensible-enum') ? value['x-extensible-enum'] : undefined
  const values = Object.hasOwn(value, 'enum') ? value['enum'] : undefined
  if (values === undefined) return isListOfStrings(marked) ? marked : undefined
  const isOpen = marked === undefined ? openEnums : marked !== false
  return isOpen && isListOfStrings(values) ? values : undefined
}

/** A list of one is a constant; it tells messages apart. */
function isListOfStrings(values: Json | undefined): values is readonly string[] {
  return isArray(values) && values.length > 1 && values.every((value) => typeof value === 'string')
}
