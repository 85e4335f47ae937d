import { allChars, type CharSet, charSetOf, intersectChars } from './char-set.ts'
import type { Language } from './language.ts'

/** What builds languages: equal expressions become the same object, and the obvious simplifications are made on the way. */
export interface LanguageSpace {
  readonly nothing: Language
  /** The empty word alone. */
  readonly empty: Language
  readonly everything: Language
  readonly chars: (set: CharSet) => Language
  readonly concat: (first: Language, rest: Language) => Language
  readonly repeat: (body: Language, min: number, max: number) => Language
  readonly union: (parts: readonly Language[]) => Language
  readonly intersect: (parts: readonly Language[]) => Language
  readonly complement: (body: Language) => Language
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** Opens an empty space. Languages of two spaces must not be mixed. */
export function openLanguageSpace(): LanguageSpace {
  const interned = new Map<string, Language>()

  function intern(key: string, content: WithoutId<Language>): Language {
    const known = interned.get(key)
    if (known !== undefined) return known
    const language: Language = { ...content, id: interned.size }
    interned.set(key, language)
    return language
  }

  const nothing = intern('nothing', { kind: 'nothing', nullable: false })
  const empty = intern('empty', { kind: 'empty', nullable: true })
  const anyChar = chars(allChars)
  const everything = repeat(anyChar, 0, Infinity)

  function chars(set: CharSet): Language {
    if (set.length === 0) return nothing
    return intern(`chars ${set.join(' ')}`, { kind: 'chars', nullable: false, set })
  }

  function concat(first: Language, rest: Language): Language {
    if (first === nothing || rest === nothing) return nothing
    if (first === empty) return rest
    if (rest === empty) return first
    if (first.kind === 'concat') return concat(first.first, concat(first.rest, rest))
    // Σ* r = Σ* when r may be empty, and Σ* Σ* = Σ*.
    if (first === everything && rest.nullable) return everything
    if (first === everything && rest.kind === 'concat' && rest.first === everything) return rest
    const nullable = first.nullable && rest.nullable
    return intern(`concat ${first.id} ${rest.id}`, { kind: 'concat', nullable, first, rest })
  }

  function repeat(body: Language, min: number, max: number): Language {
    if (max < min) return nothing
    if (max === 0 || body === empty) return empty
    if (body === nothing) return min === 0 ? empty : nothing
    if (min === 1 && max === 1) return body
    // (r*)* = r*; other nested counts do not multiply out in general.
    if (body.kind === 'repeat' && body.min === 0 && body.max === Infinity) return body
    // What may be empty may also be left out: (r?){2,3} = (r?){0,3}.
    const least = body.nullable ? 0 : min
    const nullable = least === 0
    return intern(`repeat ${body.id} ${least} ${max}`, { kind: 'repeat', nullable, body, min: least, max })
  }

  function union(parts: readonly Language[]): Language {
    const flat = flatten(parts, 'union', nothing)
    if (flat.includes(everything) || hasOpposites(flat)) return everything
    const sets = flat.flatMap((part) => (part.kind === 'chars' ? part.set : []))
    const isEmptyElsewhere = flat.some((part) => part.nullable && part !== empty)
    const others = flat.filter((part) => part.kind !== 'chars' && !(part === empty && isEmptyElsewhere))
    const merged = sets.length === 0 ? others : sortedById([...others, chars(charSetOf(sets))])
    return combine('union', merged, nothing)
  }

  function intersect(parts: readonly Language[]): Language {
    const flat = flatten(parts, 'intersection', everything)
    if (flat.includes(nothing) || hasOpposites(flat)) return nothing
    if (flat.includes(empty)) return flat.every((part) => part.nullable) ? empty : nothing
    const sets = flat.flatMap((part) => (part.kind === 'chars' ? [part.set] : []))
    if (sets.length < 2) return combine('intersection', flat, everything)
    const common = chars(sets.reduce(intersectChars))
    return intersect([...flat.filter((part) => part.kind !== 'chars'), common])
  }

  function combine(kind: 'union' | 'intersection', parts: readonly Language[], neutral: Language): Language {
    const [only] = parts
    if (only === undefined) return neutral
    if (parts.length === 1) return only
    const nullable =
      kind === 'union' ? parts.some((part) => part.nullable) : parts.every((part) => part.nullable)
    return intern(`${kind} ${parts.map((part) => part.id).join(' ')}`, { kind, nullable, parts })
  }

  function complement(body: Language): Language {
    if (body.kind === 'complement') return body.body
    if (body === nothing) return everything
    if (body === everything) return nothing
    return intern(`complement ${body.id}`, { kind: 'complement', nullable: !body.nullable, body })
  }

  function hasOpposites(parts: readonly Language[]): boolean {
    const known = new Set(parts)
    return parts.some((part) => part.kind === 'complement' && known.has(part.body))
  }

  return { nothing, empty, everything, chars, concat, repeat, union, intersect, complement }
}

function flatten(parts: readonly Language[], kind: 'union' | 'intersection', neutral: Language): Language[] {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  return sortedById([...new Set(flat)].filter((part) => part !== neutral))
}

function sortedById(parts: readonly Language[]): Language[] {
  return parts.toSorted((a, b) => a.id - b.id)
}
