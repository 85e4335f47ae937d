import type { System } from '../../model/catalog.ts'

/** Makes a function of a system remember its results, because many rules ask the same. */
export function perSystem<T extends object>(compute: (system: System) => T): (system: System) => T {
  const results = new WeakMap<System, T>()
  return (system) => {
    const known = results.get(system) ?? compute(system)
    results.set(system, known)
    return known
  }
}
