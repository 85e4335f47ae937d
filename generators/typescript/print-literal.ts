/** A string as a literal that is inert wherever TypeScript is read. */
export function printString(text: string): string {
  return `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)}'`
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

/** A TypeScript expression for plain data, on one line where it fits. */
export function printLiteral(value: Literal, indent = ''): string {
  const flat = printFlat(value)
  if (flat.length + indent.length <= WIDTH && !flat.includes('\n')) return flat
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((item: Literal) => `${deeper}${printLiteral(item, deeper)},\n`).join('')}${indent}]`
  }
  if (typeof value !== 'object' || value === null || value instanceof Code) return flat
  const members = definedEntries(value as { readonly [key: string]: Literal })
  return `{\n${members.map(([key, item]) => `${deeper}${printMember(key, printLiteral(item, deeper))},\n`).join('')}${indent}}`
}

function printFlat(value: Literal): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return printString(value)
  if (Array.isArray(value)) return `[${value.map((item: Literal) => printFlat(item)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = definedEntries(value as { readonly [key: string]: Literal })
  return members.length === 0
    ? '{}'
    : `{ ${members.map(([key, item]) => printMember(key, printFlat(item))).join(', ')} }`
}

/** A member whose value is a variable of the same name is printed short. */
function printMember(key: string, printed: string): string {
  return printed === key && /^[A-Za-z_$][\w$]*$/.test(key) ? key : `${printKey(key)}: ${printed}`
}

function definedEntries(value: { readonly [key: string]: Literal }): readonly (readonly [string, Literal])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
