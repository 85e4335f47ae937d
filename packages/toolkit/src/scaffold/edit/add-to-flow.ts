import { anchorOf, type FilledCollection, leafEnd, startOf } from './collection-entries.ts'
import type { DocumentEdit } from './document-edit.ts'
import { blockLines, inlineText, type TextStyle } from './document-text.ts'
import { joinLines, leadingSpace, lineEnd, type TextChange } from './text-change.ts'

/** Adds a member or an item between `{…}` or `[…]`, on a line of its own where the others are. */
export function addToFlow(
  text: string,
  node: FilledCollection,
  edit: DocumentEdit,
  style: TextStyle,
): TextChange {
  const index = anchorOf(node, edit)
  const isLast = index === node.items.length - 1
  const end = leafEnd(node.items[index])
  const trailingComma = isLast ? /^\s*,/.exec(text.slice(end))?.[0] : undefined
  const offset = end + (trailingComma?.length ?? 0)
  const first = startOf(node.items[0]) ?? node.range[0]
  const isMultiLine = text.slice(node.range[0], first).includes('\n')
  const lines = flowLines(edit, style)
  const entry = isMultiLine
    ? lineEnd(text) + joinLines(text, lines, leadingSpace(text, first))
    : ` ${lines.map((line) => line.trim()).join(' ')}`
  return { from: offset, to: offset, text: trailingComma === undefined ? `,${entry}` : entry }
}

/** Without the braces or brackets around the one entry. */
function flowLines(edit: DocumentEdit, style: TextStyle): readonly string[] {
  const value = edit.kind === 'member' ? { [edit.key]: edit.value } : [edit.value]
  if (style.form === 'yaml') return [inlineText(value).slice(1, -1).trim()]
  return blockLines(value, style)
    .slice(1, -1)
    .map((line) => line.slice(style.indent.length))
}
