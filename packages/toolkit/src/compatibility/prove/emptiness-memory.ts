import { BudgetExceeded } from '../budget.ts'

/** Remembers which sets of schemas have no value, also while that is still being proved. */
export interface EmptinessMemory {
  /**
   * The answer for a set of schemas. A set that is met again inside its own proof counts as empty there: JSON values are
   * finite, so if the set had a value it would have a smallest one, and that contains no other.
   */
  readonly decide: (key: string, prove: () => boolean) => boolean
  /** Runs a proof about the same value, not a part of it, where what is still being proved must not be used. */
  readonly apart: (prove: () => boolean) => boolean
}

interface Path {
  readonly depthOf: Map<string, number>
  /** Empty only if the set at this depth is. */
  readonly provisional: Map<string, number>
  /** The outermost set that the proof in hand relied on. */
  relied: number
}

const NONE: ReadonlySet<string> = new Set()

/** @param maxDepth sets inside each other, then the budget is exceeded */
export function openMemory(maxDepth: number): EmptinessMemory {
  const settled = new Map<string, boolean>()
  let nesting = 0
  let path = newPath()

  const prove = (key: string, attempt: () => boolean): boolean => {
    const depth = path.depthOf.size
    const outer = path.relied
    const before = path.provisional.size === 0 ? NONE : new Set(path.provisional.keys())
    path.depthOf.set(key, depth)
    path.relied = Infinity
    const isEmpty = attempt()
    path.depthOf.delete(key)
    const { relied } = path
    const isProvisional = isEmpty && relied < depth
    if (isProvisional) path.provisional.set(key, relied)
    else settled.set(key, isEmpty)
    for (const [inner, on] of path.provisional) {
      if (before.has(inner) || on < depth) continue
      if (isProvisional) path.provisional.set(inner, relied)
      else path.provisional.delete(inner)
      if (isEmpty && !isProvisional) settled.set(inner, true)
    }
    path.relied = Math.min(outer, isProvisional ? relied : Infinity)
    return isEmpty
  }

  const decide = (key: string, attempt: () => boolean): boolean => {
    const known = settled.get(key)
    if (known !== undefined) return known
    const assumed = path.depthOf.get(key) ?? path.provisional.get(key)
    if (assumed !== undefined) {
      path.relied = Math.min(path.relied, assumed)
      return true
    }
    if (nesting >= maxDepth) throw new BudgetExceeded(`nests more than ${maxDepth} values in each other`)
    nesting++
    const isEmpty = prove(key, attempt)
    nesting--
    return isEmpty
  }

  return {
    decide,
    apart: (attempt) => {
      const outer = { path, nesting }
      path = newPath()
      try {
        return attempt()
      } finally {
        // A proof that was broken off leaves nothing behind that is still being proved.
        ;({ path, nesting } = outer)
      }
    },
  }
}

function newPath(): Path {
  return { depthOf: new Map(), provisional: new Map(), relied: Infinity }
}
