import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { invertChars } from './char-set.ts'
import type { LanguageSpace } from './language-space.ts'
import type { Language } from './language.ts'
import { patternChars, wordChars } from './pattern-chars.ts'
import { rememberByPattern } from './remember-by-pattern.ts'

/** Longer and deeper patterns are not looked into: nobody writes them, and to parse them could overflow the stack. */
const longest = 4096
const deepest = 200

/** How often a group with an assertion in it is written out. */
const mostCopies = 32

/** What stands before a place in the word; `^` and `\b` ask for it. */
type Before = 'start' | 'word' | 'other'

/** What may follow from a place on, by what stands before it. */
type Continuation = (before: Before) => Language

class NotRegular extends Error {}

/**
 * The strings in which an ECMA-262 pattern with flag u is found. Assertions are about what follows, so a pattern is
 * translated from its end: each part to the language of the part and everything after it.
 * Returns undefined for a malformed pattern, look-behind, backreferences and modifiers.
 */
export function patternLanguage(pattern: string, space: LanguageSpace): Language | undefined {
  const tree = parsePattern(pattern)
  try {
    return tree === undefined ? undefined : unanchored(tree, space)
  } catch (error) {
    if (error instanceof NotRegular) return undefined
    throw error
  }
}

/** The parts of a pattern; undefined for one that is malformed, or too long or deep to be looked into. */
export const parsePattern: (pattern: string) => AST.Pattern | undefined = rememberByPattern((pattern) => {
  if (pattern.length > longest || deepestGroup(pattern) > deepest) return undefined
  try {
    return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true })
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
})

/** At most how deep groups nest; a bracket in a class counts too, which does no harm. */
function deepestGroup(pattern: string): number {
  let depth = 0
  let most = 0
  for (const char of pattern) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    most = Math.max(most, depth)
  }
  return most
}

function unanchored(tree: AST.Pattern, space: LanguageSpace): Language {
  const { everything, concat, union } = space
  const wordChar = space.chars(wordChars)
  const otherChar = space.chars(invertChars(wordChars))
  const anyEnd: Continuation = () => everything
  const found = remembered((before) => alternatives(tree.alternatives, anyEnd, before))
  if (found('word') === found('other')) {
    const later = concat(everything, found('other'))
    if (found('start') === found('other')) return later
    const afterOne = concat(space.union([wordChar, otherChar]), concat(everything, found('other')))
    return union([found('start'), afterOne])
  }
  return union([
    found('start'),
    concat(concat(everything, wordChar), found('word')),
    concat(concat(everything, otherChar), found('other')),
  ])

  function alternatives(branches: readonly AST.Alternative[], next: Continuation, before: Before): Language {
    return union(branches.map((branch) => sequence(branch.elements, next)(before)))
  }

  function sequence(elements: readonly AST.Element[], next: Continuation): Continuation {
    return elements.reduceRight<Continuation>((rest, element) => followed(element, rest), next)
  }

  /** One element and what follows it. */
  function followed(element: AST.Element, next: Continuation): Continuation {
    if (!hasAssertion(element)) return consuming(plain(element), next)
    return remembered((before) => asserting(element, next, before))
  }

  function consuming(language: Language, next: Continuation): Continuation {
    return remembered((before) => {
      const [afterWord, afterOther] = [next('word'), next('other')]
      const stay = next(before)
      if (afterWord === afterOther && afterOther === stay) return concat(language, stay)
      const endsIn = (char: Language): Language => space.intersect([language, concat(everything, char)])
      return union([
        language.nullable ? stay : space.nothing,
        concat(endsIn(wordChar), afterWord),
        concat(endsIn(otherChar), afterOther),
      ])
    })
  }

  function asserting(element: AST.Element, next: Continuation, before: Before): Language {
    if (element.type === 'Assertion') return assertion(element, next, before)
    if (element.type === 'Quantifier') return copies(element, next)(before)
    if (!isGroup(element)) throw new NotRegular()
    refuseModifiers(element)
    return alternatives(element.alternatives, next, before)
  }

  function assertion(element: AST.Assertion, next: Continuation, before: Before): Language {
    const rest = next(before)
    if (!('negate' in element)) {
      if (element.kind === 'end') return space.intersect([rest, space.empty])
      return before === 'start' ? rest : space.nothing
    }
    const ahead = whatFollows(element, before)
    return space.intersect([rest, element.negate ? space.complement(ahead) : ahead])
  }

  /** All that may follow a place where the assertion, taken without its negation, holds. */
  function whatFollows(
    element: AST.LookaroundAssertion | AST.WordBoundaryAssertion,
    before: Before,
  ): Language {
    if (element.kind === 'lookbehind') throw new NotRegular()
    if (element.kind === 'lookahead') return alternatives(element.alternatives, anyEnd, before)
    const wordFollows = concat(wordChar, everything)
    return before === 'word' ? space.complement(wordFollows) : wordFollows
  }

  /** A counted group with an assertion in it, written out. */
  function copies(element: AST.Quantifier, next: Continuation): Continuation {
    if (element.max > mostCopies) throw new NotRegular()
    let rest = next
    for (let copy = element.max; copy > 0; copy -= 1) {
      const after = rest
      const once = followed(element.element, after)
      rest = copy > element.min ? remembered((before) => union([once(before), next(before)])) : once
    }
    return rest
  }

  function plain(element: AST.Element): Language {
    if (element.type === 'Quantifier') return space.repeat(plain(element.element), element.min, element.max)
    if (isGroup(element)) {
      refuseModifiers(element)
      return union(element.alternatives.map(plainSequence))
    }
    const set = isChars(element) ? patternChars(element) : undefined
    if (set === undefined) throw new NotRegular()
    return space.chars(set)
  }

  function plainSequence(branch: AST.Alternative): Language {
    return branch.elements.reduceRight((rest, part) => concat(plain(part), rest), space.empty)
  }
}

/** Flags for a part of a pattern (ES2025) change what all the rest means. */
function refuseModifiers(group: AST.Group | AST.CapturingGroup): void {
  if (group.type === 'Group' && group.modifiers !== null) throw new NotRegular()
}

function hasAssertion(element: AST.Element): boolean {
  if (element.type === 'Quantifier') return hasAssertion(element.element)
  if (!isGroup(element)) return element.type === 'Assertion'
  return element.alternatives.some((branch) => branch.elements.some(hasAssertion))
}

function isGroup(element: AST.Element): element is AST.Group | AST.CapturingGroup {
  return element.type === 'Group' || element.type === 'CapturingGroup'
}

function isChars(element: AST.Element): element is AST.Character | AST.CharacterClass | AST.CharacterSet {
  return ['Character', 'CharacterClass', 'CharacterSet'].includes(element.type)
}

function remembered(continuation: Continuation): Continuation {
  const known = new Map<Before, Language>()
  return (before) => {
    const earlier = known.get(before)
    if (earlier !== undefined) return earlier
    const language = continuation(before)
    known.set(before, language)
    return language
  }
}
