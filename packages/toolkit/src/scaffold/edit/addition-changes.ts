import * as yaml from 'yaml'
import type { Json } from '../../model/catalog.ts'
import { keyName } from '../../model/yaml-library.ts'
import type { DocumentEdit } from './document-edit.ts'
import { blockLines, inlineText, type TextStyle } from './document-text.ts'
import { lineEnd, lineStart, nextLine, type TextChange } from './text-change.ts'

/** A list, an object or a null in the text of a document, and how it stands there. */
export interface Container {
  readonly node: yaml.Node | undefined
  /** Offset of the key that it is the value of. */
  readonly keyOffset: number | undefined
  /** Whether it stands inside `{…}` or `[…]`. */
  readonly isInFlow: boolean
}

type FilledCollection = (yaml.YAMLMap | yaml.YAMLSeq) & { readonly range: yaml.Range }

/** What to change in the text so that a list or an object has the members and items as well. */
export function additionChanges(
  text: string,
  container: Container,
  edits: readonly DocumentEdit[],
  style: TextStyle,
): readonly TextChange[] {
  const { node } = container
  if (!isFilled(node)) return fillEmpty(text, container, edits, style)
  const add = node.flow === true ? addToFlow : addToBlock
  return edits.map((edit) => add(text, node, edit, style))
}

function isFilled(node: yaml.Node | undefined): node is FilledCollection {
  return yaml.isCollection(node) && node.items.length > 0 && node.range !== undefined && node.range !== null
}

/** `key:` or `key: {}` becomes a block below the key; in JSON and in `{…}` the braces are filled. */
function fillEmpty(
  text: string,
  { node, keyOffset, isInFlow }: Container,
  edits: readonly DocumentEdit[],
  style: TextStyle,
): readonly TextChange[] {
  const [from, to] = node?.range ?? [text.length, text.length]
  if (style.form === 'json' || isInFlow || keyOffset === undefined) {
    const value = wholeValue(edits)
    if (style.form === 'yaml') return [{ from, to, text: inlineText(value) }]
    return [
      { from, to, text: joinLines(text, blockLines(value, style), leadingSpace(text, from)).trimStart() },
    ]
  }
  const indent = ' '.repeat(columnOf(text, keyOffset)) + style.indent
  const lines = edits.flatMap((edit) => entryLines(edit, style))
  const space = /[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0
  const insertion = { ...atLineStart(text, nextLine(text, to)), lines: joinLines(text, lines, indent) }
  return [
    ...(to > from ? [{ from: from - space, to, text: '' }] : []),
    { from: insertion.offset, to: insertion.offset, text: insertion.wrap(insertion.lines) },
  ]
}

function wholeValue(edits: readonly DocumentEdit[]): Json {
  if (edits.every((edit) => edit.kind === 'item')) return edits.map(({ value }) => value)
  return Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'member' ? [[edit.key, edit.value]] : [])))
}

function addToBlock(text: string, node: FilledCollection, edit: DocumentEdit, style: TextStyle): TextChange {
  const index = anchorOf(node, edit)
  const column = columnOf(text, node.range[0])
  const { offset, wrap } = atLineStart(text, endOfEntry(text, node, index, column))
  const lines = isCompactList(node) ? [`- ${inlineText(edit.value)}`] : entryLines(edit, style)
  const blank = isSpacedOut(text, node, index) ? [''] : []
  return { from: offset, to: offset, text: wrap(joinLines(text, [...blank, ...lines], ' '.repeat(column))) }
}

function addToFlow(text: string, node: FilledCollection, edit: DocumentEdit, style: TextStyle): TextChange {
  const index = anchorOf(node, edit)
  const end = leafEnd(node.items[index])
  const first = startOf(node.items[0]) ?? node.range[0]
  const isMultiLine = text.slice(node.range[0], first).includes('\n')
  const trailingComma =
    index === node.items.length - 1 ? /^\s*,/.exec(text.slice(end))?.[0].length : undefined
  const offset = end + (trailingComma ?? 0)
  const indent = leadingSpace(text, first)
  const entry = isMultiLine
    ? lineEnd(text) + joinLines(text, flowLines(edit, style), indent)
    : ` ${flowLines(edit, style)
        .map((line) => line.trim())
        .join(' ')}`
  return { from: offset, to: offset, text: `${trailingComma === undefined ? ',' : ''}${entry}` }
}

function entryLines(edit: DocumentEdit, style: TextStyle): readonly string[] {
  return blockLines(edit.kind === 'member' ? { [edit.key]: edit.value } : [edit.value], style)
}

/** Without the braces or brackets around the one entry. */
function flowLines(edit: DocumentEdit, style: TextStyle): readonly string[] {
  const value = edit.kind === 'member' ? { [edit.key]: edit.value } : [edit.value]
  if (style.form === 'yaml') return [inlineText(value).slice(1, -1).trim()]
  return blockLines(value, style)
    .slice(1, -1)
    .map((line) => line.slice(style.indent.length))
}

/** Index of the entry to stand behind. */
function anchorOf(node: FilledCollection, edit: DocumentEdit): number {
  const last = node.items.length - 1
  if (edit.kind === 'item' || !yaml.isMap(node)) return last
  const names = node.items.map(({ key }) => keyName(yaml, key))
  const found = (edit.after ?? []).map((key) => names.indexOf(key)).find((index) => index >= 0)
  return found ?? last
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

function startOf(item: unknown): number | undefined {
  const node = yaml.isPair(item) ? item.key : item
  return yaml.isNode(node) ? node.range?.[0] : undefined
}

/** Where the last thing in an item ends: not after the comments and blank lines that follow it. */
function leafEnd(item: unknown): number {
  if (yaml.isPair(item)) return leafEnd(yaml.isNode(item.value) ? item.value : item.key)
  if (yaml.isCollection(item) && item.flow !== true && item.items.length > 0)
    return leafEnd(item.items.at(-1))
  return (yaml.isNode(item) ? item.range?.[1] : undefined) ?? 0
}

/** The file may end without a line end, and what is added then begins with one. */
function atLineStart(text: string, offset: number): { offset: number; wrap: (lines: string) => string } {
  const eol = lineEnd(text)
  const isOpen = offset === text.length && offset > 0 && text[offset - 1] !== '\n'
  return { offset, wrap: (lines) => (isOpen ? eol + lines : lines + eol) }
}

function joinLines(text: string, lines: readonly string[], indent: string): string {
  return lines.map((line) => (line === '' ? '' : indent + line)).join(lineEnd(text))
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

function leadingSpace(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
}
