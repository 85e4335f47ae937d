import type { Pair } from './catalog-pairs.ts'

/** What tells things apart; undefined where a thing has no such trait. */
export type Trait<T> = (thing: T) => string | undefined

/**
 * Pairs the things of two lists that have a trait in common, by the first trait that tells them; of several that share
 * it, the first with the first. What is left on one side came or went. In the order of the base, then of the head.
 */
export function pairBy<T extends object>(
  base: readonly T[],
  head: readonly T[],
  traits: readonly Trait<T>[],
): readonly Pair<T>[] {
  if (base === head) return base.map((thing) => ({ base: thing, head: thing }))
  const partners = new Map<T, T>()
  const taken = new Set<T>()
  for (const trait of traits) {
    const waiting = waitingBy(trait, head, taken)
    for (const thing of base) {
      const value = partners.has(thing) ? undefined : trait(thing)
      const partner = value === undefined ? undefined : waiting.get(value)?.next().value
      if (partner === undefined) continue
      partners.set(thing, partner)
      taken.add(partner)
    }
  }
  return [
    ...base.map((thing): Pair<T> => {
      const partner = partners.get(thing)
      return partner === undefined ? { base: thing, head: undefined } : { base: thing, head: partner }
    }),
    ...head.filter((thing) => !taken.has(thing)).map((thing): Pair<T> => ({ base: undefined, head: thing })),
  ]
}

/** What has no partner yet, by its trait, each to be taken once. */
function waitingBy<T>(
  trait: Trait<T>,
  things: readonly T[],
  taken: ReadonlySet<T>,
): ReadonlyMap<string | undefined, Iterator<T, undefined>> {
  const free = things.filter((thing) => !taken.has(thing))
  return new Map([...Map.groupBy(free, trait)].map(([value, group]) => [value, group.values()]))
}
