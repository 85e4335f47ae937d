import type { Language, Languages } from './language.ts'

/** What is known of the strings of a format by a regular expression. */
export interface FormatLanguage {
  /** Holds every string of the format. */
  readonly language: Language
  /** Whether it holds no other string. */
  readonly isExact: boolean
}

interface Shape {
  readonly pattern: string
  readonly isExact: boolean
  readonly maxLength?: number
}

const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`
const DATE_PART = String.raw`(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)`
const TIME_PART = String.raw`T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)`
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`
const HEX = '[0-9A-Fa-f]'
const POINTER = '(?:/(?:[^~/]|~[01])*)*'

/** Where a format is not regular, or its automaton would be large, all that it allows and more. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['date', { pattern: `^${DATE}$`, isExact: false }],
  ['date-time', { pattern: `^${DATE}[Tt]${TIME}$`, isExact: false }],
  ['duration', { pattern: `^P(?:\\d+W|${DATE_PART}(?:${TIME_PART})?|${TIME_PART})$`, isExact: true }],
  ['email', { pattern: '^[!-~][ -~]*@[0-9A-Za-z.:[\\]-]+$', isExact: false, maxLength: 254 }],
  ['hostname', { pattern: '^[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?$', isExact: false, maxLength: 253 }],
  ['ipv4', { pattern: `^(?:${OCTET}\\.){3}${OCTET}$`, isExact: true }],
  ['ipv6', { pattern: `^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$`, isExact: false, maxLength: 45 }],
  ['json-pointer', { pattern: `^${POINTER}$`, isExact: true }],
  ['relative-json-pointer', { pattern: `^(?:0|[1-9]\\d*)(?:#|${POINTER})$`, isExact: true }],
  ['time', { pattern: `^${TIME}$`, isExact: false }],
  ['uri', { pattern: '^[A-Za-z][0-9A-Za-z+.-]*:[!-~]*$', isExact: false }],
  ['uri-reference', { pattern: '^[!-~]*$', isExact: false }],
  ['uuid', { pattern: `^${HEX}{8}(?:-${HEX}{4}){3}-${HEX}{12}$`, isExact: true }],
])

/** The language of a format; undefined where nothing is known of its strings. */
export function formatLanguage(format: string, languages: Languages): FormatLanguage | undefined {
  const shape = SHAPES.get(format)
  const language = shape === undefined ? undefined : languages.ofPattern(shape.pattern)
  if (shape === undefined || language === undefined) return undefined
  const { isExact, maxLength } = shape
  if (maxLength === undefined) return { language, isExact }
  return { language: languages.intersect([language, languages.ofLength(0, maxLength)]), isExact }
}

/** Formats whose every string is of these formats too, beyond what their languages show. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map([
  ['date', ['hostname', 'regex', 'uri-reference']],
  ['date-time', ['regex']],
  ['duration', ['regex', 'uri-reference']],
  ['hostname', ['regex', 'uri-reference']],
  ['ipv4', ['hostname', 'regex', 'uri-reference']],
  ['ipv6', ['regex']],
  ['time', ['regex']],
  ['uri', ['uri-reference']],
  ['uuid', ['hostname', 'regex', 'uri-reference']],
])

/** Whether every string of one format is one of another, by the standards that define them. */
export function isFormatWithin(format: string, wider: string): boolean {
  return format === wider || WIDER.get(format)?.includes(wider) === true
}
