/**
 * Breaks lines between words so that none is longer than the terminal is wide; a word that is longer stays whole.
 *
 * @param columns width of the terminal, `Infinity` where there is none
 * @param first what the first line begins with
 * @param rest what every other line begins with
 */
export function wrapText(text: string, columns: number, first = '', rest: string = first): string {
  let line = first
  let isEmpty = true
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/)) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = rest
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
