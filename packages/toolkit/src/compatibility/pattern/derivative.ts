import type { Budget } from '../budget.ts'
import { type CharSet, hasChar } from './char-set.ts'
import type { LanguageSpace } from './language-space.ts'
import type { Language } from './language.ts'

/** What may follow a code point in the words of a language; a language is an automaton whose states are its derivatives. */
export interface Derivation {
  derive(language: Language, char: number): Language
  /** The sets that decide how the language goes on after one code point. */
  firstSets(language: Language): CharSet[]
}

/** Brzozowski's derivatives of extended regular expressions (Owens, Reppy and Turon, 2009). */
export function openDerivation(space: LanguageSpace, budget: Budget): Derivation {
  const known = new Map<Language, Map<number, Language>>()

  function derive(language: Language, char: number): Language {
    const earlier = known.get(language) ?? new Map<number, Language>()
    const found = earlier.get(char)
    if (found !== undefined) return found
    budget.spend()
    const derived = deriveNew(language, char)
    known.set(language, earlier.set(char, derived))
    return derived
  }

  function deriveNew(language: Language, char: number): Language {
    const { kind } = language
    if (kind === 'nothing' || kind === 'empty') return space.nothing
    if (kind === 'chars') return hasChar(language.set, char) ? space.empty : space.nothing
    if (kind === 'complement') return space.complement(derive(language.body, char))
    if (kind === 'repeat') {
      const left = space.repeat(language.body, Math.max(0, language.min - 1), language.max - 1)
      return space.concat(derive(language.body, char), left)
    }
    if (kind === 'concat') {
      const inFirst = space.concat(derive(language.first, char), language.rest)
      return language.first.nullable ? space.union([inFirst, derive(language.rest, char)]) : inFirst
    }
    budget.spend(language.parts.length * 2)
    const parts = language.parts.map((part) => derive(part, char))
    return kind === 'union' ? space.union(parts) : space.intersect(parts)
  }

  function firstSets(language: Language): CharSet[] {
    const sets = new Map<number, CharSet>()
    const seen = new Set<Language>()
    const todo = [language]
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      budget.spend()
      if (next.kind === 'chars') sets.set(next.id, next.set)
      else todo.push(...beginningsOf(next))
    }
    return [...sets.values()]
  }

  return { derive, firstSets }
}

function beginningsOf(language: Language): readonly Language[] {
  if (language.kind === 'concat')
    return language.first.nullable ? [language.first, language.rest] : [language.first]
  if (language.kind === 'repeat' || language.kind === 'complement') return [language.body]
  return language.kind === 'union' || language.kind === 'intersection' ? language.parts : []
}
