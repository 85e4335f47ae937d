import type { Json, JsonObject } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'

type IsWitness = (value: Json) => boolean

/** The value with the members and items left out, at any depth, that it does not need to be a witness. */
export function shrink(value: Json, isWitness: IsWitness): Json {
  if (isArray(value)) return shrinkArray(value, isWitness)
  return isObject(value) ? shrinkObject(value, isWitness) : value
}

function shrinkArray(value: readonly Json[], isWitness: IsWitness): Json {
  let items = value
  for (let index = items.length - 1; index >= 0; index--) {
    const fewer = items.toSpliced(index, 1)
    if (isWitness(fewer)) items = fewer
  }
  for (const [index, item] of items.entries())
    items = items.with(
      index,
      shrink(item, (smaller) => isWitness(items.with(index, smaller))),
    )
  return items
}

function shrinkObject(value: JsonObject, isWitness: IsWitness): Json {
  const members = new Map(Object.entries(value))
  for (const [name, member] of Object.entries(value)) {
    members.delete(name)
    if (!isWitness(Object.fromEntries(members))) members.set(name, member)
  }
  for (const [name, member] of members)
    members.set(
      name,
      shrink(member, (smaller) => isWitness(Object.fromEntries(new Map(members).set(name, smaller)))),
    )
  return Object.fromEntries(members)
}
