import { type MatchPattern, matchPattern } from '../evaluate/match-pattern.ts'
import type { Languages } from './language.ts'

/** Matches by automata where the pattern is regular, so that no text takes long. */
export function matchByAutomata(languages: Languages): MatchPattern {
  return (pattern, text) => {
    const language = languages.ofPattern(pattern)
    return language === undefined ? matchPattern(pattern, text) : languages.has(language, text)
  }
}
