import type { AST } from '@eslint-community/regexpp'
import { type CharSet, charSetOf, invertChars, lastCodePoint } from './char-set.ts'

/** What a word character is without flag i: ECMA-262, WordCharacters. */
export const wordChars: CharSet = charSetOf([
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
])

const digits: CharSet = [[0x30, 0x39]]

/** ECMA-262, LineTerminator. */
const lineEnds: CharSet = charSetOf([
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
])

type Chars = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.CharacterClassRange

/** The code points that one part of a pattern (flag u) matches; undefined for what only flag v has. */
export function patternChars(node: Chars): CharSet | undefined {
  if (node.type === 'Character') return [[node.value, node.value]]
  if (node.type === 'CharacterClassRange') return [[node.min.value, node.max.value]]
  return node.type === 'CharacterSet' ? knownSet(node) : classChars(node)
}

function classChars(node: AST.CharacterClass): CharSet | undefined {
  const ranges: (readonly [number, number])[] = []
  for (const element of node.elements) {
    if (!isPlain(element)) return undefined
    const set = patternChars(element)
    if (set === undefined) return undefined
    ranges.push(...set)
  }
  const set = charSetOf(ranges)
  return node.negate ? invertChars(set) : set
}

function isPlain(element: AST.CharacterClassElement): element is AST.CharacterClassElement & Chars {
  return ['Character', 'CharacterClassRange', 'CharacterSet'].includes(element.type)
}

function knownSet(node: AST.CharacterSet): CharSet | undefined {
  if (node.kind === 'any') return invertChars(lineEnds)
  if (node.kind === 'digit') return signed(digits, node.negate)
  if (node.kind === 'word') return signed(wordChars, node.negate)
  return node.kind === 'property' && node.strings ? undefined : askEngine(node.raw)
}

function signed(set: CharSet, negate: boolean): CharSet {
  return negate ? invertChars(set) : set
}

const asked = new Map<string, CharSet>()

/** Which code points an escape stands for is the Unicode version's matter: the engine that matches messages says so. */
function askEngine(escape: string): CharSet {
  const known = asked.get(escape)
  if (known !== undefined) return known
  const expression = new RegExp(`^${escape}$`, 'u')
  const members: [number, number][] = []
  for (let char = 0; char <= lastCodePoint; char += 1)
    if (expression.test(String.fromCodePoint(char))) members.push([char, char])
  const set = charSetOf(members)
  asked.set(escape, set)
  return set
}
