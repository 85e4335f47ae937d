import type { Language } from '../pattern/language.ts'
import type { Atom } from './literal.ts'
import type { Prover } from './prover.ts'

const MAX_LISTED = 64

/** The strings that the atoms leave over: none, a few, or too many to list. */
export function stringDomain(atoms: readonly Atom[], { languages }: Prover): readonly string[] | 'many' {
  let min = 0
  let max = Infinity
  const parts: Language[] = []
  for (const atom of atoms) {
    if (atom.kind === 'size') {
      min = Math.max(min, atom.min)
      max = Math.min(max, atom.max)
    } else if (atom.kind === 'language') parts.push(atom.language)
    else if (atom.kind === 'pattern') {
      const language = languages.ofPattern(atom.pattern)
      // A pattern that is not regular is left out: that leaves more strings over, never fewer.
      if (language !== undefined) parts.push(atom.holds ? language : languages.complement(language))
    }
  }
  if (min > max) return []
  if (max === 0) parts.push(languages.ofLength(0, 0))
  if (parts.length === 0) return 'many'
  if (min > 0 || max < Infinity) parts.push(languages.ofLength(min, max === Infinity ? undefined : max))
  const language = languages.intersect(parts)
  if (languages.findWord(language) === undefined) return []
  return languages.allWords(language, MAX_LISTED) ?? 'many'
}
