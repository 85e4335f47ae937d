/** A string as a literal that is inert wherever TypeScript is read. */
export function printString(text: string): string {
  if (/^[\w .,:/#{}*$-]*$/.test(text)) return `'${text}'`
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)
    .replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]|\p{Bidi_Control}/gu, (character) =>
      escapeCharacter(character),
    )
  return `'${escaped}'`
}

function escapeCharacter(character: string): string {
  return String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A property name: bare where it is an ASCII identifier. `__proto__` is computed, because bare it would set the prototype. */
export function printKey(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printString(name)
}

/** Text to be printed as it is: an identifier, a call. */
export class Code {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Plain data, with {@link Code} where a literal will not do. Members that are undefined are left out. */
export type Literal =
  | undefined
  | null
  | string
  | number
  | boolean
  | Code
  | readonly Literal[]
  | { readonly [key: string]: Literal }

const WIDTH = 100

/** A TypeScript expression for plain data; what fits on a line stands on one. */
export function printLiteral(value: Literal, indent = ''): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return printString(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return printParts(
      '[]',
      value.map((item: Literal) => printLiteral(item, deeper)),
      indent,
    )
  }
  const members = Object.entries(value).filter(([, item]) => item !== undefined)
  const parts = members.map(([key, item]) => printMember(key, printLiteral(item, deeper)))
  return printParts('{}', parts, indent)
}

function printParts(brackets: '[]' | '{}', parts: readonly string[], indent: string): string {
  const [open, close] = brackets
  if (parts.length === 0) return brackets
  const space = brackets === '{}' ? ' ' : ''
  const length = parts.reduce((sum, part) => sum + part.length + 2, indent.length)
  const fits = length <= WIDTH && parts.every((part) => !part.includes('\n'))
  if (fits) return `${open}${space}${parts.join(', ')}${space}${close}`
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`
}

/** A member whose value is a variable of the same name is printed short. */
function printMember(key: string, printed: string): string {
  return printed === key && /^[A-Za-z_$][\w$]*$/.test(key) ? key : `${printKey(key)}: ${printed}`
}
