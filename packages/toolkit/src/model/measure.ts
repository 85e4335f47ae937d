import type { Json } from './catalog.ts'
import { isArray } from './json.ts'

/** Deeper nesting is refused, so that code that walks a value may recurse. */
export const MAX_DEPTH = 1000

/** How large a value is, its aliases written out. */
export interface Size {
  /** Values and characters in it, at all depths: about its length as JSON. Counting stops at the limit. */
  weight: number
  /** Members of its objects, at all depths. */
  members: number
  isTooDeep: boolean
}

/** Measures a value, as far as `maxWeight` and `MAX_DEPTH` levels. */
export function measure(value: Json, maxWeight: number): Readonly<Size> {
  const size: Size = { weight: 0, members: 0, isTooDeep: false }
  add(value, 0, size, maxWeight)
  return size
}

function add(value: Json, depth: number, size: Size, maxWeight: number): void {
  size.weight += typeof value === 'string' ? value.length + 1 : 1
  if (typeof value !== 'object' || value === null || size.weight > maxWeight) return
  if (depth >= MAX_DEPTH) {
    size.isTooDeep = true
  } else if (isArray(value)) {
    for (const item of value) add(item, depth + 1, size, maxWeight)
  } else {
    for (const key in value) {
      size.members++
      size.weight += key.length
      add(value[key] as Json, depth + 1, size, maxWeight)
    }
  }
}
