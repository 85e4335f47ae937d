import type { Json } from './catalog.ts'
import { isArray } from './json.ts'

/** Deeper nesting is refused, so that code that walks a value may recurse. */
export const MAX_DEPTH = 1000

/** How large a value is, its aliases written out. */
export interface Size {
  /** Values in it, at all depths; counting stops at the limit. */
  values: number
  /** Members of its objects, at all depths. */
  members: number
  isTooDeep: boolean
}

/** Counts a value, as far as `maxValues` values and `MAX_DEPTH` levels. */
export function measure(value: Json, maxValues: number): Readonly<Size> {
  const size: Size = { values: 0, members: 0, isTooDeep: false }
  count(value, 0, size, maxValues)
  return size
}

function count(value: Json, depth: number, size: Size, maxValues: number): void {
  size.values++
  if (typeof value !== 'object' || value === null || size.values > maxValues) return
  if (depth >= MAX_DEPTH) {
    size.isTooDeep = true
    return
  }
  const inner = isArray(value) ? value : Object.values(value)
  if (!isArray(value)) size.members += inner.length
  for (const item of inner) count(item, depth + 1, size, maxValues)
}
