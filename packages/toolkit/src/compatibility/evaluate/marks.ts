/** Which parts of one value have been evaluated: what `unevaluatedItems` and `unevaluatedProperties` ask for. */
export interface Marks {
  readonly names: Set<string>
  readonly items: Set<number>
}

export function newMarks(): Marks {
  return { names: new Set(), items: new Set() }
}

export function addMarks(to: Marks, from: Marks): void {
  for (const name of from.names) to.names.add(name)
  for (const item of from.items) to.items.add(item)
}
