/** A set of code points: sorted, disjoint, non-adjacent ranges, both ends included. */
export type CharSet = readonly (readonly [first: number, last: number])[]

export const lastCodePoint = 0x10ffff

export const allChars: CharSet = [[0, lastCodePoint]]

/** The set of all code points that stand in any of the ranges, which may come in any order and overlap. */
export function charSetOf(ranges: Iterable<readonly [number, number]>): CharSet {
  const sorted = [...ranges].toSorted((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [first, last] of sorted) {
    const previous = merged.at(-1)
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else merged.push([first, last])
  }
  return merged
}

export function invertChars(set: CharSet): CharSet {
  const gaps: [number, number][] = []
  let next = 0
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1])
    next = last + 1
  }
  if (next <= lastCodePoint) gaps.push([next, lastCodePoint])
  return gaps
}

export function intersectChars(a: CharSet, b: CharSet): CharSet {
  return invertChars(charSetOf([...invertChars(a), ...invertChars(b)]))
}

export function hasChar(set: CharSet, char: number): boolean {
  let low = 0
  let high = set.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = set[middle] as readonly [number, number]
    if (char < first) high = middle - 1
    else if (char > last) low = middle + 1
    else return true
  }
  return false
}
