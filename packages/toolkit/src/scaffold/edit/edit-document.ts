import { isDeepStrictEqual } from 'node:util'
import * as yaml from 'yaml'
import { quote } from '../../lint/quote.ts'
import type { ContractFile, Json } from '../../model/catalog.ts'
import type { ContractError } from '../../model/contract-error.ts'
import { lineStarts, positionAt } from '../../model/text-position.ts'
import { keyName, parseYamlDocument } from '../../model/yaml-library.ts'
import { additionChanges, type Container } from './addition-changes.ts'
import { applyEdits, type DocumentEdit, toAdditions } from './document-edit.ts'
import { detectStyle } from './document-text.ts'
import { pointerTo } from '../refs.ts'
import { refusal } from '../refusal.ts'
import { applyTextChanges, type TextChange } from './text-change.ts'
import { valueAt, withValueAt } from '../values.ts'

/**
 * The text of a YAML or JSON document with the edits in it. Every other byte stays: comments, order, quotes, line ends.
 *
 * @throws ContractError `already-exists` for a member that is there; `unsupported` where something else than plain maps
 * and lists stands at the place of an edit
 */
export function editDocument(file: ContractFile, edits: readonly DocumentEdit[]): string {
  refuseExisting(file, edits)
  const document = parseYamlDocument(yaml, file.text)
  const style = detectStyle(file.path, file.text)
  // Where one text ends with another that it contains, what goes into the inner one comes first.
  const additions = toAdditions(file.value, edits).toSorted((a, b) => b.path.length - a.path.length)
  const changes = additions.flatMap(({ path, edits }) =>
    additionChanges(file.text, containerAt(file, document, path), edits, style),
  )
  return verified(file, changes, applyEdits(file.value, edits))
}

/** A part of the string under `keys`, and what takes its place. */
export interface StringEdit {
  readonly keys: readonly string[]
  readonly from: string
  readonly to: string
}

/**
 * The text of a document in which parts of strings are replaced, at their last occurrence; quotes stay.
 *
 * @throws ContractError `unsupported` where a string is an alias or is written with escapes
 */
export function editStrings(file: ContractFile, edits: readonly StringEdit[]): string {
  const document = parseYamlDocument(yaml, file.text)
  let expected = file.value
  const changes = edits.map(({ keys, from, to }): TextChange => {
    const [start, end] = containerAt(file, document, keys).node?.range ?? [0, 0]
    const at = file.text.slice(start, end).lastIndexOf(from)
    const value = valueAt(expected, keys)
    if (at < 0 || typeof value !== 'string') throw notEditable(file, keys, start)
    expected = withValueAt(expected, keys, replaceLast(value, from, to))
    return { from: start + at, to: start + at + from.length, text: to }
  })
  return verified(file, changes, expected)
}

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from)
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length)
}

function refuseExisting(file: ContractFile, edits: readonly DocumentEdit[]): void {
  for (const edit of edits) {
    if (edit.kind !== 'member' || valueAt(file.value, [...edit.path, edit.key]) === undefined) continue
    const message = `${file.path} has ${quote(pointerTo(...edit.path, edit.key))} already.`
    throw refusal('already-exists', message, 'Rename what is there, or add the new one by hand.')
  }
}

function containerAt(file: ContractFile, document: yaml.Document.Parsed, path: readonly string[]): Container {
  let container: Container = { node: document.contents ?? undefined, keyOffset: undefined, isInFlow: false }
  path.forEach((token, index) => {
    const { node } = container
    const offset = node?.range?.[0] ?? 0
    const next = childOf(node, token)
    if (next === undefined || yaml.isAlias(next.node))
      throw notEditable(file, path.slice(0, index + 1), offset)
    container = { ...next, isInFlow: container.isInFlow || (yaml.isCollection(node) && node.flow === true) }
  })
  return container
}

function childOf(node: unknown, token: string): Pick<Container, 'node' | 'keyOffset'> | undefined {
  if (yaml.isSeq(node)) return { node: asNode(node.items[Number(token)]), keyOffset: undefined }
  if (!yaml.isMap(node)) return undefined
  const pair = node.items.find(({ key }) => keyName(yaml, key) === token)
  return pair && { node: asNode(pair.value), keyOffset: asNode(pair.key)?.range?.[0] }
}

function asNode(value: unknown): yaml.Node | undefined {
  return yaml.isNode(value) ? value : undefined
}

/** The changed text, if it says what it should: a form of YAML that nobody thought of must not break a contract. */
function verified(file: ContractFile, changes: readonly TextChange[], expected: Json): string {
  const text = applyTextChanges(file.text, changes)
  const document = parseYamlDocument(yaml, text)
  if (document.errors.length > 0 || !isDeepStrictEqual(document.toJS({ maxAliasCount: -1 }), expected))
    throw notEditable(file, [], changes[0]?.from ?? 0)
  return text
}

function notEditable(file: ContractFile, keys: readonly string[], offset: number): ContractError {
  const pointer = pointerTo(...keys)
  const what = pointer === '' ? file.path : `${quote(pointer)} of ${file.path}`
  const place = { file: file.path, ...positionAt(lineStarts(file.text), offset), pointer }
  const message = `${what} is written in a way that cannot be added to without rewriting it.`
  return refusal(
    'unsupported',
    message,
    'Write it as a plain map or list, without aliases, and try again.',
    place,
  )
}
