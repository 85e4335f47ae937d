/** A piece of a text, from one offset to another, and what takes its place. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Changes at the same offset stand in the order in which they are given. */
export function applyTextChanges(text: string, changes: readonly TextChange[]): string {
  let changed = ''
  let end = 0
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    changed += text.slice(end, change.from) + change.text
    end = change.to
  }
  return changed + text.slice(end)
}

/** Line end of a text, by its first line. */
export function lineEnd(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

/** Offset at which the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Offset after the end of the line that an offset is in; the length of the text for its last line. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** Inserts whole lines. The file may end without a line end, and then they begin with one. */
export function atLineStart(text: string, offset: number, lines: string): TextChange {
  const isOpen = offset === text.length && offset > 0 && text[offset - 1] !== '\n'
  return { from: offset, to: offset, text: isOpen ? lineEnd(text) + lines : lines + lineEnd(text) }
}

/** Lines with the line ends of a text; blank lines stay empty. */
export function joinLines(text: string, lines: readonly string[], indent: string): string {
  return lines.map((line) => (line === '' ? '' : indent + line)).join(lineEnd(text))
}

/** Characters before an offset in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

/** White space at the start of the line that an offset is in. */
export function leadingSpace(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
}
