const MAX_REMEMBERED = 1_000

/** A function of a pattern alone that keeps its answers for the patterns of late: a catalog has few of them. */
export function rememberByPattern<T>(make: (pattern: string) => T): (pattern: string) => T {
  const known = new Map<string, T>()
  return (pattern) => {
    if (known.has(pattern)) return known.get(pattern) as T
    if (known.size >= MAX_REMEMBERED) known.clear()
    const made = make(pattern)
    known.set(pattern, made)
    return made
  }
}
