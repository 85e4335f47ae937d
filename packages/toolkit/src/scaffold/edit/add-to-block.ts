import * as yaml from 'yaml'
import { anchorOf, entryLines, type FilledCollection, leafEnd, startOf } from './collection-entries.ts'
import type { DocumentEdit } from './document-edit.ts'
import { inlineText, type TextStyle } from './document-text.ts'
import { atLineStart, columnOf, joinLines, lineStart, nextLine, type TextChange } from './text-change.ts'

/** Adds a member or an item on lines of its own, with a blank line before it where the others have one. */
export function addToBlock(
  text: string,
  node: FilledCollection,
  edit: DocumentEdit,
  style: TextStyle,
): TextChange {
  const index = anchorOf(node, edit)
  const column = columnOf(text, node.range[0])
  const lines = isCompactList(node) ? [`- ${inlineText(edit.value)}`] : entryLines(edit, style)
  const blank = isSpacedOut(text, node, index) ? [''] : []
  const block = joinLines(text, [...blank, ...lines], ' '.repeat(column))
  return atLineStart(text, endOfEntry(text, node, index, column), block)
}

/** After the line on which an entry ends, and after comments that stand deeper than the entry's key. */
function endOfEntry(text: string, node: FilledCollection, index: number, column: number): number {
  const end = leafEnd(node.items[index])
  let offset = text[end - 1] === '\n' ? withoutBlankLines(text, end) : nextLine(text, end)
  for (;;) {
    const indent = /^( *)#/.exec(text.slice(offset, nextLine(text, offset)))?.[1]
    if (indent === undefined || indent.length <= column) return offset
    offset = nextLine(text, offset)
  }
}

/** A block of text may take the blank lines after it for its own. */
function withoutBlankLines(text: string, end: number): number {
  const content = text.slice(0, end).trimEnd().length
  return nextLine(text, content)
}

/** Whether blank lines stand between the entries around the new one. */
function isSpacedOut(text: string, node: FilledCollection, index: number): boolean {
  const start = startOf(node.items[Math.max(index, 1)])
  if (start === undefined) return false
  let offset = lineStart(text, start)
  for (;;) {
    const above = lineStart(text, offset - 1)
    const line = text.slice(above, offset).trim()
    if (!line.startsWith('#') || above === offset) return line === '' && above < offset
    offset = above
  }
}

/** Whether the items of a list stand on one line each, `- { … }`. */
function isCompactList(node: FilledCollection): boolean {
  const last = node.items.at(-1)
  return yaml.isSeq(node) && yaml.isCollection(last) && last.flow === true
}
