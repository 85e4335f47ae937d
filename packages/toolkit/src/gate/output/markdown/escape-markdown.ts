import { cutText, visibleText } from '../visible-text.ts'

/*
 * Text of contracts comes from strangers, and a comment on a pull request is read with the rights of whoever posts it. So
 * it stays text: it formats nothing, shows no picture, leads nowhere, mentions nobody and ends no cell, block or fold.
 */

/** An invisible character that keeps `@name`, `#1` and `www.` from being taken for mentions and links; nothing else does. */
const BREAK = '\u200b'

/** Prose in which a contract may be quoted, on one line. */
export function markdownText(text: string, most: number = Infinity): string {
  return cutText(visibleText(text), most)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()!|~$]/g, String.raw`\$&`)
    .replaceAll(/[@#]|:(?=\/\/)|www(?=\.)|\b(?:mailto|xmpp)(?=:)/gi, `$&${BREAK}`)
    .replaceAll(/\b(GH)-(?=\d)/gi, `$1-${BREAK}`)
}

/** A name or a value in a code span, in which Markdown reads nothing (CommonMark, section 6.1). */
export function markdownCode(text: string, most: number = Infinity): string {
  const shown = cutText(visibleText(text), most)
  const fence = '`'.repeat(longestRun(shown) + 1)
  const pad = /^[` ]|[` ]$/.test(shown) || shown === '' ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/**
 * A code span in a cell of a table. A bar would end the cell even there, and a backslash before it cannot be written, so
 * that a similar character takes its place.
 */
export function cellCode(text: string, most: number = Infinity): string {
  return markdownCode(text.replaceAll('|', '¦'), most)
}

/** Lines in a fenced block (CommonMark, section 4.5). */
export function fencedBlock(language: string, lines: readonly string[]): string {
  const shown = lines.map(visibleText)
  const fence = '`'.repeat(Math.max(3, ...shown.map((line) => longestRun(line) + 1)))
  return [`${fence}${language}`, ...shown, fence].join('\n')
}

/** Text in a line of HTML, where Markdown is not read; in `code` nobody is mentioned. */
export function htmlCode(text: string, most: number = Infinity): string {
  const escaped = cutText(visibleText(text), most)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return `<code>${escaped}</code>`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}
