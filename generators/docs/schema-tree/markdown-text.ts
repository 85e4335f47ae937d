import type { Words } from './words.ts'

/** Text of a contract on one line of Markdown. Its emphasis and links stay; markup becomes text. */
export function markdownText(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;')
}

/** A name or a sentence of a contract on a line of its own: it begins no heading and no list, and no markup stands in it. */
export function markdownLine(text: string): string {
  return markdownText(text)
    .replaceAll(/[[\]]/g, String.raw`\$&`)
    .replace(/^(?=[#>*+=~`|-])/, '\\')
}

/** A description of a contract as a quotation, which nothing in it can end. */
export function markdownQuote(text: string): string {
  const lines = text
    .trim()
    .replaceAll('<', '&lt;')
    .split(/\r\n|[\r\n]/)
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** Text as a code span (CommonMark 6.1): the fence is longer than any run of backticks inside. */
export function markdownCode(text: string): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ')
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const isPadded = line === '' || /^`|`$|^ .* $/.test(line)
  return isPadded ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}

/** A line of words; what is not code is no markup either. */
export function markdownWords(words: Words): string {
  return words
    .map((part) => (typeof part === 'string' ? escapeMarkup(part) : markdownCode(part.code)))
    .join('')
}

function escapeMarkup(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
}
