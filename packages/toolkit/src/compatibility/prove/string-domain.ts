import { formatLanguage, isFormatWithin } from '../pattern/format-languages.ts'
import type { Language, Languages } from '../pattern/language.ts'
import type { Atom } from './literal.ts'
import type { Prover } from './prover.ts'

type FormatAtom = Extract<Atom, { kind: 'format' }>

const MAX_LISTED = 64

/** The strings that the atoms leave over: none, a few, or too many to list. */
export function stringDomain(atoms: readonly Atom[], prover: Prover): readonly string[] | 'many' {
  const language = languageLeft(atoms, prover)
  if (language === undefined) return 'many'
  return prover.languages.allWords(language, MAX_LISTED) ?? 'many'
}

/** A shortest one of them; undefined where there is none, or nothing to choose by. */
export function shortestString(atoms: readonly Atom[], prover: Prover): string | undefined {
  const language = languageLeft(atoms, prover)
  return language === undefined ? undefined : prover.languages.findWord(language)
}

/** All that is known of the strings that are left; undefined where there are as many as there are strings. */
function languageLeft(atoms: readonly Atom[], { languages }: Prover): Language | undefined {
  let min = 0
  let max = Infinity
  const parts: Language[] = []
  for (const atom of atoms) {
    if (atom.kind === 'size') {
      min = Math.max(min, atom.min)
      max = Math.min(max, atom.max)
    } else if (atom.kind === 'language') parts.push(atom.language)
    else if (atom.kind === 'pattern') parts.push(...languageOf(atom, languages))
  }
  const formats = atoms.filter((atom) => atom.kind === 'format')
  if (min > max || formatsContradict(formats)) return languages.nothing
  // The automata of formats are large, and each format has many strings: it counts only beside something else.
  const isAlone = formats.length === 1 && parts.length === 0 && min === 0 && max === Infinity
  if (!isAlone) parts.push(...formats.flatMap((format) => languageOf(format, languages)))
  if (parts.length === 0 && max > 0) return undefined
  if (min > 0 || max < Infinity) parts.push(languages.ofLength(min, max === Infinity ? undefined : max))
  return languages.intersect(parts)
}

/** What is not known to be regular is left out: that leaves more strings over, never fewer. */
function languageOf(
  atom: FormatAtom | Extract<Atom, { kind: 'pattern' }>,
  languages: Languages,
): readonly Language[] {
  if (atom.kind === 'format') {
    const known = formatLanguage(atom.format, languages)
    if (known === undefined) return []
    if (atom.holds) return [known.language]
    return known.isExact ? [languages.complement(known.language)] : []
  }
  const language = languages.ofPattern(atom.pattern)
  if (language === undefined) return []
  return [atom.holds ? language : languages.complement(language)]
}

function formatsContradict(atoms: readonly FormatAtom[]): boolean {
  const refused = atoms.filter(({ holds }) => !holds)
  return atoms.some(
    (held) => held.holds && refused.some((other) => isFormatWithin(held.format, other.format)),
  )
}
