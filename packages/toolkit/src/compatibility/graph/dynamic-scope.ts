/**
 * Which schema each dynamic anchor means where an evaluation has come to: the first resource on its way that has the
 * anchor decides (2020-12 Core, 7.1 and 8.2.3.2).
 */
export interface DynamicScope {
  /** Unique in its graph. */
  readonly id: number
  /** Pointers, by `$dynamicAnchor`; `$recursiveAnchor: true` (2019-09) has the name ''. */
  readonly meaningOf: ReadonlyMap<string, string>
}

/** The scopes of one graph: equal ones are the same object. */
export interface DynamicScopes {
  readonly outermost: DynamicScope
  /** The scope inside a resource with these dynamic anchors. */
  readonly enter: (scope: DynamicScope, anchors: ReadonlyMap<string, string>) => DynamicScope
}

export function openScopes(): DynamicScopes {
  const outermost: DynamicScope = { id: 0, meaningOf: new Map() }
  const known = new Map([['', outermost]])
  return {
    outermost,
    enter(scope, anchors) {
      if ([...anchors.keys()].every((name) => scope.meaningOf.has(name))) return scope
      const meaningOf = new Map([...anchors, ...scope.meaningOf])
      const key = JSON.stringify([...meaningOf].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      const entered = known.get(key) ?? { id: known.size, meaningOf }
      known.set(key, entered)
      return entered
    },
  }
}
