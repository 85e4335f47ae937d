import { joinPointer } from './pointer.ts'
import { duplicateKeyFault, syntaxFault, tooDeepFault, type TextFault } from './text-fault.ts'

/** Called for each member's key and each array item with its JSON Pointer and its offset in the text. */
export type VisitJson = (pointer: string, offset: number) => void

const SPACE = /[ \t\n\r]*/y
// The characters that JSON wants escaped are control characters: RFC 8259, section 7.
// oxlint-disable-next-line no-control-regex
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Reads JSON (RFC 8259) for its positions only. `JSON.parse` is faster and gives the value; this tells where things
 * stand, names the place of the first mistake and sees keys that are written twice.
 */
export function scanJson(text: string, visit: VisitJson, maxDepth: number): TextFault | undefined {
  try {
    const end = skipSpace(text, scanValue({ text, visit, maxDepth }, '', 0, 0))
    return end < text.length ? unexpected(text, end, 'the end of the file') : undefined
  } catch (error) {
    if (error instanceof Stop) return error.fault
    throw error
  }
}

interface Scan {
  readonly text: string
  readonly visit: VisitJson
  readonly maxDepth: number
}

/** Carries the fault out of the recursion; never leaves this file. */
class Stop extends Error {
  readonly fault: TextFault

  constructor(fault: TextFault) {
    super(fault.message)
    this.fault = fault
  }
}

function scanValue(scan: Scan, pointer: string, start: number, depth: number): number {
  const offset = skipSpace(scan.text, start)
  const first = scan.text[offset]
  if (first === '"') return scanString(scan.text, offset)
  if (first !== '{' && first !== '[') return scanLiteral(scan.text, offset)
  if (depth >= scan.maxDepth) throw new Stop(tooDeepFault(offset, scan.maxDepth))
  return first === '{' ? scanObject(scan, pointer, offset, depth) : scanArray(scan, pointer, offset, depth)
}

function scanObject(scan: Scan, pointer: string, start: number, depth: number): number {
  const { text } = scan
  const keys = new Set<string>()
  let offset = skipSpace(text, start + 1)
  if (text[offset] === '}') return offset + 1
  for (;;) {
    const end = scanString(text, offset)
    const key = JSON.parse(text.slice(offset, end)) as string
    if (keys.has(key)) throw new Stop(duplicateKeyFault(offset, key))
    keys.add(key)
    const member = joinPointer(pointer, key)
    scan.visit(member, offset)
    offset = skipSpace(text, scanValue(scan, member, expect(text, skipSpace(text, end), ':'), depth + 1))
    if (text[offset] === '}') return offset + 1
    offset = skipSpace(text, expect(text, offset, ','))
  }
}

function scanArray(scan: Scan, pointer: string, start: number, depth: number): number {
  const { text } = scan
  let offset = skipSpace(text, start + 1)
  if (text[offset] === ']') return offset + 1
  for (let index = 0; ; index++) {
    const item = joinPointer(pointer, String(index))
    scan.visit(item, offset)
    offset = skipSpace(text, scanValue(scan, item, offset, depth + 1))
    if (text[offset] === ']') return offset + 1
    offset = skipSpace(text, expect(text, offset, ','))
  }
}

function scanString(text: string, offset: number): number {
  if (text[offset] !== '"') throw new Stop(unexpected(text, offset, 'a string in double quotes'))
  STRING.lastIndex = offset
  if (STRING.test(text)) return STRING.lastIndex
  const message =
    'is not valid JSON: a string starts here that never ends or holds a character that must be escaped'
  throw new Stop(syntaxFault(offset, message))
}

function scanLiteral(text: string, offset: number): number {
  LITERAL.lastIndex = offset
  if (LITERAL.test(text)) return LITERAL.lastIndex
  throw new Stop(unexpected(text, offset, 'a value'))
}

function expect(text: string, offset: number, character: string): number {
  if (text[offset] === character) return offset + 1
  throw new Stop(unexpected(text, offset, `"${character}"`))
}

function skipSpace(text: string, offset: number): number {
  SPACE.lastIndex = offset
  SPACE.test(text)
  return SPACE.lastIndex
}

function unexpected(text: string, offset: number, wanted: string): TextFault {
  const code = text.codePointAt(offset)
  const found = code === undefined ? 'the end of the file' : JSON.stringify(String.fromCodePoint(code))
  return syntaxFault(offset, `is not valid JSON: ${wanted} should stand here, not ${found}`)
}
