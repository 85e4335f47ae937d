import type { Json } from '@concordat/toolkit/model'

/** A line for people: plain text, and in it what stands so in a contract, to be set as code. */
export type Words = readonly (string | { readonly code: string })[]

/** A name or text of the contract, as code. */
export function code(text: string): { readonly code: string } {
  return { code: text }
}

const LONGEST_VALUE = 200

/** A value as code; one that is too long for a line is cut, and ends with an ellipsis. */
export function valueCode(value: Json): { readonly code: string } {
  const text = JSON.stringify(value)
  return code(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE).toWellFormed()}…` : text)
}

/** `a, b and c`. */
export function listWords(parts: readonly Words[], last: 'and' | 'or'): Words {
  return parts.flatMap((part, index) => {
    if (index === 0) return part
    return [index === parts.length - 1 ? ` ${last} ` : ', ', ...part]
  })
}

/** The line as bare text. */
export function plainText(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : part.code)).join('')
}
