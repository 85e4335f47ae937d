import * as yaml from 'yaml'
import { keyName } from '../../model/yaml-library.ts'
import type { DocumentEdit } from './document-edit.ts'
import { blockLines, type TextStyle } from './document-text.ts'

/** A list or an object with something in it, and where it stands in the text. */
export type FilledCollection = (yaml.YAMLMap | yaml.YAMLSeq) & { readonly range: yaml.Range }

export function isFilled(node: yaml.Node | undefined): node is FilledCollection {
  return yaml.isCollection(node) && node.items.length > 0 && node.range !== undefined && node.range !== null
}

/** A new entry on lines of its own. */
export function entryLines(edit: DocumentEdit, style: TextStyle): readonly string[] {
  return blockLines(edit.kind === 'member' ? { [edit.key]: edit.value } : [edit.value], style)
}

/** Index of the entry to stand behind. */
export function anchorOf(node: FilledCollection, edit: DocumentEdit): number {
  const last = node.items.length - 1
  if (edit.kind === 'item' || !yaml.isMap(node)) return last
  const names = node.items.map(({ key }) => keyName(yaml, key))
  const found = (edit.after ?? []).map((key) => names.indexOf(key)).find((index) => index >= 0)
  return found ?? last
}

/** Where an item, or the key of a member, begins. */
export function startOf(item: unknown): number | undefined {
  const node = yaml.isPair(item) ? item.key : item
  return yaml.isNode(node) ? node.range?.[0] : undefined
}

/** Where the last thing in an item ends: not after the comments and blank lines that follow it. */
export function leafEnd(item: unknown): number {
  if (yaml.isPair(item)) return leafEnd(yaml.isNode(item.value) ? item.value : item.key)
  if (yaml.isCollection(item) && item.flow !== true && item.items.length > 0)
    return leafEnd(item.items.at(-1))
  return (yaml.isNode(item) ? item.range?.[1] : undefined) ?? 0
}
