import type { AST } from '@eslint-community/regexpp'
import { type CharSet, hasChar } from './char-set.ts'
import { patternChars } from './pattern-chars.ts'
import { parsePattern } from './pattern-language.ts'
import { rememberByPattern } from './remember-by-pattern.ts'

const MAX_REPEATS = 100

/**
 * A string made by following a pattern from left to right. Most often the pattern is found in it; assertions are passed
 * over, so that must be looked at. It costs hardly anything beside the automaton of the pattern.
 */
export const sampleWord: (pattern: string) => string | undefined = rememberByPattern((pattern) => {
  const tree = parsePattern(pattern)
  return tree === undefined ? undefined : firstOf(tree.alternatives)
})

function firstOf(branches: readonly AST.Alternative[]): string | undefined {
  let word = ''
  for (const element of branches[0]?.elements ?? []) {
    const part = wordOf(element)
    if (part === undefined) return undefined
    word += part
  }
  return word
}

function wordOf(element: AST.Element): string | undefined {
  switch (element.type) {
    case 'Quantifier':
      return element.min > MAX_REPEATS ? undefined : wordOf(element.element)?.repeat(element.min)
    case 'Group':
    case 'CapturingGroup':
      return firstOf(element.alternatives)
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return plainest(patternChars(element) ?? [])
    case 'Assertion':
      return ''
    case 'Backreference':
    case 'ExpressionCharacterClass':
      break
  }
  return undefined
}

function plainest(set: CharSet): string | undefined {
  const char = ['a', 'A', '0', ' '].find((liked) => hasChar(set, liked.charCodeAt(0)))
  const [first] = set
  return char ?? (first === undefined ? undefined : String.fromCodePoint(first[0]))
}
