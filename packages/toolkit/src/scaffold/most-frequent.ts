/** The value that is there most often, by content; of several the first. */
export function mostFrequent<T>(values: readonly T[]): T | undefined {
  const groups = Map.groupBy(values, (value) => JSON.stringify(value))
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}
