import type { Budget } from '../budget.ts'
import { classSizes } from './char-classes.ts'
import type { Derivation } from './derivative.ts'
import type { Language } from './language.ts'

/**
 * Whether a language has more than `limit` words. Counts, level by level, the beginnings that lead to a word: each
 * beginning of one length leads to another word, so as soon as there are too many of them nothing need be listed.
 */
export function hasMoreWords(
  language: Language,
  limit: number,
  derivation: Derivation,
  isInhabited: (language: Language) => boolean,
  budget: Budget,
): boolean {
  let words = 0
  let beginnings = new Map<Language, number>([[language, 1]])
  while (beginnings.size > 0) {
    const longer = new Map<Language, number>()
    let lead = 0
    for (const [state, count] of beginnings) {
      budget.spend()
      if (!isInhabited(state)) continue
      lead += count
      if (state.nullable) words += count
      if (words > limit || lead > limit) return true
      for (const [char, size] of classSizes(derivation.firstSets(state), budget)) {
        const next = derivation.derive(state, char)
        if (next.kind !== 'nothing') longer.set(next, (longer.get(next) ?? 0) + count * size)
      }
    }
    beginnings = longer
  }
  return false
}
