import type { Budget } from '../budget.ts'
import { openDerivation } from './derivative.ts'
import { findWord } from './find-word.ts'
import { hasMoreWords } from './has-more-words.ts'
import { allChars } from './char-set.ts'
import { openLanguageSpace } from './language-space.ts'
import type { Language, LanguagePart, Languages } from './language.ts'
import { patternLanguage } from './pattern-language.ts'

/** Opens the regular languages of one decision, which spends from the budget given. */
export function openLanguages(budget: Budget): Languages {
  const space = openLanguageSpace()
  const derivation = openDerivation(space, budget)
  const patterns = new Map<string, Language | undefined>()
  const words = new Map<Language, string | undefined>()
  const { everything, intersect, complement } = space

  function ofPattern(pattern: string): Language | undefined {
    if (!patterns.has(pattern)) {
      budget.spend(pattern.length)
      patterns.set(pattern, patternLanguage(pattern, space))
    }
    return patterns.get(pattern)
  }

  function ofWord(word: string): Language {
    const chars = Array.from(word, (char) => char.codePointAt(0) ?? 0)
    budget.spend(chars.length)
    return chars.reduceRight((rest, char) => space.concat(space.chars([[char, char]]), rest), space.empty)
  }

  function has(language: Language, word: string): boolean {
    budget.spend(1 + (word.length >> 3))
    let state = language
    for (const char of word) state = derivation.derive(state, char.codePointAt(0) ?? 0)
    return state.nullable
  }

  function find(language: Language): string | undefined {
    if (!words.has(language)) words.set(language, findWord(language, derivation, budget))
    return words.get(language)
  }

  function allWords(language: Language, limit: number): string[] | undefined {
    if (hasMoreWords(language, limit, derivation, (state) => find(state) !== undefined, budget))
      return undefined
    const found: string[] = []
    let left = language
    for (let word = find(left); word !== undefined; word = find(left)) {
      if (found.length === limit) return undefined
      found.push(word)
      left = intersect([left, complement(ofWord(word))])
    }
    return found
  }

  function partition(languages: readonly Language[]): LanguagePart[] {
    let parts: LanguagePart[] = [{ inside: [], language: everything, word: '' }]
    for (const language of languages) {
      parts = parts.flatMap((part) => [
        ...inhabited([...part.inside, true], intersect([part.language, language])),
        ...inhabited([...part.inside, false], intersect([part.language, complement(language)])),
      ])
    }
    return parts
  }

  function inhabited(inside: readonly boolean[], language: Language): LanguagePart[] {
    const word = find(language)
    return word === undefined ? [] : [{ inside, language, word }]
  }

  return {
    nothing: space.nothing,
    everything,
    ofPattern,
    ofWords: (list) => space.union([...list].map(ofWord)),
    ofLength: (min, max = Infinity) => space.repeat(space.chars(allChars), min, max),
    union: space.union,
    intersect,
    complement,
    has,
    findWord: find,
    isSubset: (a, b) => a === b || find(intersect([a, complement(b)])) === undefined,
    allWords,
    partition,
  }
}
