import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'

const ROUNDS = 100

/** The value with members and items left out for as long as it stays a witness. */
export function shrink(value: Json, isWitness: (value: Json) => boolean): Json {
  let smallest = value
  for (let round = 0; round < ROUNDS; round++) {
    const smaller: Json | undefined = simpler(smallest).find(isWitness)
    if (smaller === undefined) break
    smallest = smaller
  }
  return smallest
}

/** The values that are one member or item less, at any depth. */
function simpler(value: Json): readonly Json[] {
  if (isArray(value))
    return value.flatMap((item, index) => [
      value.toSpliced(index, 1),
      ...simpler(item).map((smaller) => value.with(index, smaller)),
    ])
  if (!isObject(value)) return []
  const members = Object.entries(value)
  return members.flatMap(([name, member], index) => [
    Object.fromEntries(members.toSpliced(index, 1)),
    ...simpler(member).map((smaller) => Object.fromEntries(members.with(index, [name, smaller]))),
  ])
}
