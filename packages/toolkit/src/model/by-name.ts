/** Order of code units: the same on every machine and in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}

/** A copy sorted by name and, among equal names, by identity. */
export function sortByName<T extends { readonly name: string }>(
  list: Iterable<T>,
  id: (item: T) => string,
): readonly T[] {
  return [...list].toSorted((a, b) => compareText(a.name, b.name) || compareText(id(a), id(b)))
}
