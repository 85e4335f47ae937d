import type { Json, JsonObject } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'

/**
 * Whether two JSON values are equal as JSON Schema means it (`const`, `enum`, `uniqueItems`): numbers by value, members
 * in any order. It does not recurse, so no depth overflows the stack.
 */
export function sameJson(left: Json, right: Json): boolean {
  const waiting: [Json, Json][] = [[left, right]]
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [a, b] = pair
    if (a === b) continue
    if (isArray(a) && isArray(b) && a.length === b.length)
      a.forEach((item, index) => waiting.push([item, b[index] as Json]))
    else if (isObject(a) && isObject(b) && haveSameNames(a, b))
      for (const name of Object.keys(a)) waiting.push([a[name] as Json, b[name] as Json])
    else return false
  }
  return true
}

function haveSameNames(a: JsonObject, b: JsonObject): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name))
}
