import { formatLanguage, isFormatWithin } from '../pattern/format-languages.ts'
import type { Language, Languages } from '../pattern/language.ts'
import type { Atom } from './literal.ts'
import type { Prover } from './prover.ts'

type FormatAtom = Extract<Atom, { kind: 'format' }>

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
    else if (atom.kind === 'pattern') parts.push(...languageOf(atom, languages))
  }
  const formats = atoms.filter((atom) => atom.kind === 'format')
  if (min > max || formatsContradict(formats)) return []
  // The automata of formats are large, and each format has many strings: it counts only beside something else.
  const isAlone = formats.length === 1 && parts.length === 0 && min === 0 && max === Infinity
  if (!isAlone) parts.push(...formats.flatMap((format) => languageOf(format, languages)))
  if (max === 0 && parts.length === 0) return ['']
  if (parts.length === 0) return 'many'
  if (min > 0 || max < Infinity) parts.push(languages.ofLength(min, max === Infinity ? undefined : max))
  const language = languages.intersect(parts)
  if (languages.findWord(language) === undefined) return []
  return languages.allWords(language, MAX_LISTED) ?? 'many'
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
