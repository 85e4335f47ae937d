import { duplicateKeyFault, syntaxFault, tooDeepFault, type TextFault } from './text-fault.ts'

/** Where a value of a JSON text stands, and the values inside it by key or index. */
export interface JsonPlace {
  /** Of the key where the value is a member of an object, else of the value itself. */
  readonly offset: number
  readonly inner: ReadonlyMap<string, JsonPlace> | undefined
}

/**
 * Reads JSON (RFC 8259) for its positions only. `JSON.parse` is faster and gives the value; this tells where things
 * stand, names the place of the first mistake and sees keys that are written twice.
 */
export function scanJson(text: string, maxDepth: number): JsonPlace | { readonly fault: TextFault } {
  const scan: Scan = { text, maxDepth, offset: 0 }
  try {
    skipSpace(scan)
    const { offset } = scan
    const inner = scanValue(scan, 0)
    skipSpace(scan)
    return scan.offset < text.length ? { fault: unexpected(scan, 'the end of the file') } : { offset, inner }
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault }
    throw error
  }
}

interface Scan {
  readonly text: string
  readonly maxDepth: number
  /** Of the next character. */
  offset: number
}

/** Carries the fault out of the recursion; never leaves this file. */
class Stop extends Error {
  readonly fault: TextFault

  constructor(fault: TextFault) {
    super(fault.message)
    this.fault = fault
  }
}

function scanValue(scan: Scan, depth: number): JsonPlace['inner'] {
  const first = scan.text[scan.offset]
  if (first === '{' || first === '[') {
    if (depth >= scan.maxDepth) throw new Stop(tooDeepFault(scan.offset, scan.maxDepth))
    return first === '{' ? scanObject(scan, depth) : scanArray(scan, depth)
  }
  if (first === '"') scanString(scan)
  else scanLiteral(scan)
  return undefined
}

function scanObject(scan: Scan, depth: number): Map<string, JsonPlace> {
  const members = new Map<string, JsonPlace>()
  openBracket(scan)
  if (scan.text[scan.offset] === '}') scan.offset++
  else {
    do {
      skipSpace(scan)
      const { offset } = scan
      const key = scanString(scan)
      if (members.has(key)) throw new Stop(duplicateKeyFault(offset, key))
      skipSpace(scan)
      expect(scan, ':')
      skipSpace(scan)
      members.set(key, { offset, inner: scanValue(scan, depth + 1) })
    } while (goesOn(scan, '}'))
  }
  return members
}

function scanArray(scan: Scan, depth: number): Map<string, JsonPlace> {
  const items = new Map<string, JsonPlace>()
  openBracket(scan)
  if (scan.text[scan.offset] === ']') scan.offset++
  else {
    do {
      skipSpace(scan)
      const { offset } = scan
      items.set(String(items.size), { offset, inner: scanValue(scan, depth + 1) })
    } while (goesOn(scan, ']'))
  }
  return items
}

/** Goes over the bracket that opens an object or array. */
function openBracket(scan: Scan): void {
  scan.offset++
  skipSpace(scan)
}

/** Whether a comma follows; otherwise goes over the bracket that ends the object or array. */
function goesOn(scan: Scan, end: string): boolean {
  skipSpace(scan)
  if (scan.text[scan.offset] === end) {
    scan.offset++
    return false
  }
  expect(scan, ',')
  return true
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Goes over a string and returns its value. A loop, because a regular expression would run out of stack on a long one. */
function scanString(scan: Scan): string {
  const { text, offset } = scan
  if (text[offset] !== '"') throw new Stop(unexpected(scan, 'a string in double quotes'))
  let index = offset + 1
  for (let code = text.charCodeAt(index); code !== 34; code = text.charCodeAt(index)) {
    ESCAPE.lastIndex = index
    const isEscape = code === 92 && ESCAPE.test(text)
    // Not a number: the text ended. Control characters must be escaped: RFC 8259, section 7.
    if (!isEscape && (code === 92 || !(code >= 32))) {
      const message =
        'is not valid JSON: a string starts here that never ends or holds a character that must be escaped'
      throw new Stop(syntaxFault(offset, message))
    }
    index = isEscape ? ESCAPE.lastIndex : index + 1
  }
  scan.offset = index + 1
  return JSON.parse(text.slice(offset, scan.offset)) as string
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function scanLiteral(scan: Scan): void {
  LITERAL.lastIndex = scan.offset
  if (!LITERAL.test(scan.text)) throw new Stop(unexpected(scan, 'a value'))
  scan.offset = LITERAL.lastIndex
}

function expect(scan: Scan, character: string): void {
  if (scan.text[scan.offset] !== character) throw new Stop(unexpected(scan, `"${character}"`))
  scan.offset++
}

const SPACE = /[ \t\n\r]*/y

function skipSpace(scan: Scan): void {
  SPACE.lastIndex = scan.offset
  SPACE.test(scan.text)
  scan.offset = SPACE.lastIndex
}

function unexpected({ text, offset }: Scan, wanted: string): TextFault {
  const code = text.codePointAt(offset)
  const found = code === undefined ? 'the end of the file' : JSON.stringify(String.fromCodePoint(code))
  return syntaxFault(offset, `is not valid JSON: ${wanted} should stand here, not ${found}`)
}
