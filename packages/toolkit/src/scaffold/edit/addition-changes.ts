import type * as yaml from 'yaml'
import type { Json } from '../../model/catalog.ts'
import { addToBlock } from './add-to-block.ts'
import { addToFlow } from './add-to-flow.ts'
import { entryLines, isFilled } from './collection-entries.ts'
import type { DocumentEdit } from './document-edit.ts'
import { blockLines, inlineText, type TextStyle } from './document-text.ts'
import { atLineStart, columnOf, joinLines, leadingSpace, nextLine, type TextChange } from './text-change.ts'

/** A list, an object or a null in the text of a document, and how it stands there. */
export interface Container {
  readonly node: yaml.Node | undefined
  /** Offset of the key that it is the value of. */
  readonly keyOffset: number | undefined
  /** Whether it stands inside `{…}` or `[…]`. */
  readonly isInFlow: boolean
}

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

/** `key:` or `key: {}` becomes a block below the key; in JSON and in `{…}` the braces are filled. */
function fillEmpty(
  text: string,
  { node, keyOffset, isInFlow }: Container,
  edits: readonly DocumentEdit[],
  style: TextStyle,
): readonly TextChange[] {
  const [from, to] = node?.range ?? [text.length, text.length]
  if (style.form === 'json' || isInFlow || keyOffset === undefined)
    return [{ from, to, text: wholeText(text, from, edits, style) }]
  const indent = ' '.repeat(columnOf(text, keyOffset)) + style.indent
  const lines = edits.flatMap((edit) => entryLines(edit, style))
  const block = atLineStart(text, nextLine(text, to), joinLines(text, lines, indent))
  const braces = { from: text.slice(0, from).trimEnd().length, to, text: '' }
  return to > from ? [braces, block] : [block]
}

function wholeText(text: string, offset: number, edits: readonly DocumentEdit[], style: TextStyle): string {
  const value = wholeValue(edits)
  if (style.form === 'yaml') return inlineText(value)
  return joinLines(text, blockLines(value, style), leadingSpace(text, offset)).trimStart()
}

function wholeValue(edits: readonly DocumentEdit[]): Json {
  if (edits.every((edit) => edit.kind === 'item')) return edits.map(({ value }) => value)
  return Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'member' ? [[edit.key, edit.value]] : [])))
}
