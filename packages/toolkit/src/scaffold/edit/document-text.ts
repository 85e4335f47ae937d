import { parse } from 'yaml'
import type { Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'

/** How a document writes things, so that what is added looks like what is there. */
export interface TextStyle {
  readonly form: 'yaml' | 'json'
  /** White space of one level. */
  readonly indent: string
  /** Whether small objects stand on one line, `{ $ref: … }`. */
  readonly isCompact: boolean
}

/** The style of a document, from its extension and its text. */
export function detectStyle(path: string, text: string): TextStyle {
  if (/\.json$/i.test(path))
    return { form: 'json', indent: /^[{[]\s*?\n([ \t]+)\S/.exec(text)?.[1] ?? '  ', isCompact: false }
  const indent = /^[^\s#-].*:[ \t]*\r?\n( +)[^\s#-]/m.exec(text)?.[1] ?? '  '
  return { form: 'yaml', indent, isCompact: /\{ *['"]?\$ref/.test(text) }
}

/** Lines of a value that stands on lines of its own, without indentation of the whole. */
export function blockLines(value: Json, style: TextStyle): readonly string[] {
  if (style.form === 'json') return JSON.stringify(value, null, style.indent).split('\n')
  return yamlLines(value, style, false)
}

/** A value on one line, which may stand between others in `{…}` or `[…]`. */
export function inlineText(value: Json): string {
  if (isArray(value)) return `[${value.map(inlineText).join(', ')}]`
  if (!isObject(value)) return scalarText(value)
  const members = Object.entries(value).map(([key, member]) => `${scalarText(key)}: ${inlineText(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** Objects under these keys, or in lists under them, stand on one line where they fit. */
const COMPACT_KEYS: ReadonlySet<string> = new Set([
  'exchange',
  'retry',
  'contact',
  'license',
  'groupId',
  'key',
  'x-bindings',
])
const COMPACT_WIDTH = 100

function yamlLines(value: Json, style: TextStyle, isSmall: boolean): readonly string[] {
  if (isOneLine(value, style, isSmall)) return [inlineText(value)]
  if (isArray(value)) {
    return value.flatMap((item) => {
      const [first = '', ...rest] = yamlLines(item, style, isSmall)
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
    })
  }
  return Object.entries(value as object).flatMap(([key, member]: [string, Json]) => {
    const isSmall = COMPACT_KEYS.has(key)
    const lines = yamlLines(member, style, isSmall)
    return isOneLine(member, style, isSmall)
      ? [`${scalarText(key)}: ${lines.join(' ')}`]
      : [`${scalarText(key)}:`, ...lines.map((line) => style.indent + line)]
  })
}

function isOneLine(value: Json, style: TextStyle, isSmall: boolean): boolean {
  if (isArray(value)) return value.every((item) => !isArray(item) && !isObject(item))
  if (!isObject(value)) return true
  const keys = Object.keys(value)
  if (keys.length === 0) return true
  const isReference = keys.length === 1 && (keys[0] === '$ref' || keys[0] === 'const')
  return style.isCompact && (isReference || (isSmall && inlineText(value).length <= COMPACT_WIDTH))
}

/** Plain where no reader of YAML can take it for something else, 1.1 included; else in quotes. */
function scalarText(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const isWordLike =
    /^[\w./$][\w./$#*+@ ()'-]*$/.test(value) && !/^(?:yes|no|on|off|\d{4}-\d\d.*)$/i.test(value)
  if (isWordLike && parse(value) === value) return value
  return /^[\x20-\x7e\u00a0-\u{10ffff}]*$/u.test(value)
    ? `'${value.replaceAll("'", "''")}'`
    : JSON.stringify(value)
}
