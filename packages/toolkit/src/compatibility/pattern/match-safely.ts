import { type MatchPattern, isQuick, matchPattern } from '../evaluate/match-pattern.ts'
import type { Languages } from './language.ts'

/** Matches by the platform where that is sure to be quick, else by automata, which take a step a character. */
export function matchSafely(openLanguages: () => Languages): MatchPattern {
  return (pattern, text) => {
    if (isQuick(pattern, text)) return matchPattern(pattern, text)
    const languages = openLanguages()
    const language = languages.ofPattern(pattern)
    return language === undefined ? matchPattern(pattern, text) : languages.has(language, text)
  }
}
