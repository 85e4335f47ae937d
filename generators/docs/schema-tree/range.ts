/** The tightest of several lower and upper bounds, which may exclude the bound itself. */
export interface Range {
  readonly least: Bound | undefined
  readonly most: Bound | undefined
}

interface Bound {
  readonly value: number
  readonly isExcluded: boolean
}

export function rangeOf(least: readonly Bound[], most: readonly Bound[]): Range {
  return {
    least: least.toSorted((a, b) => b.value - a.value || Number(b.isExcluded) - Number(a.isExcluded))[0],
    most: most.toSorted((a, b) => a.value - b.value || Number(b.isExcluded) - Number(a.isExcluded))[0],
  }
}

/** A bound that is allowed itself. */
export function including(value: number): Bound {
  return { value, isExcluded: false }
}

/**
 * The range in words: `1 to 64`, `at least 1`, `more than 0, less than 10`; undefined where it has no bounds. For counts
 * `noun` follows, in its plural: `1 to 500 items`, `exactly 1 item`.
 */
export function rangeText({ least, most }: Range, noun?: string): string | undefined {
  const last = most ?? least
  if (last === undefined) return undefined
  const isExact = least?.value === most?.value && least?.isExcluded === false && most?.isExcluded === false
  const numbers = isExact ? `exactly ${last.value}` : bounds(least, most)
  if (noun === undefined) return numbers
  return `${numbers} ${last.value === 1 ? noun.replace(/ies$/, 'y').replace(/s$/, '') : noun}`
}

function bounds(least: Bound | undefined, most: Bound | undefined): string {
  if (least?.isExcluded === false && most?.isExcluded === false) return `${least.value} to ${most.value}`
  const low = least && `${least.isExcluded ? 'more than' : 'at least'} ${least.value}`
  const high = most && `${most.isExcluded ? 'less than' : 'at most'} ${most.value}`
  return [low, high].filter((text) => text !== undefined).join(', ')
}
