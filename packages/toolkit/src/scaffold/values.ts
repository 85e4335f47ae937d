import type { Json, JsonObject } from '../model/catalog.ts'
import { isArray, isObject } from '../model/json.ts'

/** Both objects' members; those of the same name are joined in turn, lists one after the other. Else the second value. */
export function joinValues(first: Json | undefined, second: Json): Json {
  if (isArray(first) && isArray(second)) return [...first, ...second]
  if (!isObject(first) || !isObject(second)) return second
  const members = new Map(Object.entries(first))
  for (const [key, value] of Object.entries(second)) members.set(key, joinValues(members.get(key), value))
  return Object.fromEntries(members)
}

/** The value that stands under the keys. */
export function valueAt(value: Json | undefined, keys: readonly string[]): Json | undefined {
  let found = value
  for (const key of keys) {
    if (!(isObject(found) || isArray(found)) || !Object.hasOwn(found, key)) return undefined
    found = (found as JsonObject)[key]
  }
  return found
}

/** A copy in which `leaf` stands under the keys; objects that are missing on the way are added. */
export function withValueAt(value: Json | undefined, keys: readonly string[], leaf: Json): Json {
  const [key, ...rest] = keys
  if (key === undefined) return leaf
  if (isArray(value)) return value.with(Number(key), withValueAt(value[Number(key)], rest, leaf))
  const members = new Map(isObject(value) ? Object.entries(value) : [])
  members.set(key, withValueAt(members.get(key), rest, leaf))
  return Object.fromEntries(members)
}
