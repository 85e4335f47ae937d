import type { Json } from '../../model/catalog.ts'
import { isArray } from '../../model/json.ts'
import { joinValues, valueAt, withValueAt } from '../values.ts'

/** Something to add to a YAML or JSON document. What stands above it and is missing is added too. */
export type DocumentEdit = MemberEdit | ItemEdit

/** A member of the object under `path`, whose keys lead from the top of the document. */
interface MemberEdit {
  readonly kind: 'member'
  readonly path: readonly string[]
  readonly key: string
  readonly value: Json
  /** The member to stand behind: the first of these that exists, else the last one there is. */
  readonly after?: readonly string[]
}

/** An item at the end of the list under `path`. */
interface ItemEdit {
  readonly kind: 'item'
  readonly path: readonly string[]
  readonly value: Json
}

/** Additions to one list or object that exists, though it may be empty or null. */
export interface Addition {
  readonly path: readonly string[]
  readonly edits: readonly DocumentEdit[]
}

/** Gathers edits by what they go into; edits that need the same missing parent become one edit that brings it. */
export function toAdditions(value: Json, edits: readonly DocumentEdit[]): readonly Addition[] {
  const additions = new Map<string, { path: readonly string[]; edits: Map<string, DocumentEdit> }>()
  for (const edit of edits.map((edit) => toExistingParent(value, edit))) {
    const id = JSON.stringify(edit.path)
    const addition = additions.get(id) ?? { path: edit.path, edits: new Map<string, DocumentEdit>() }
    additions.set(id, addition)
    const slot = edit.kind === 'member' ? edit.key : `#${addition.edits.size}`
    const known = addition.edits.get(slot)
    addition.edits.set(
      slot,
      known === undefined ? edit : { ...edit, value: joinValues(known.value, edit.value) },
    )
  }
  return [...additions.values()].map(({ path, edits }) => ({ path, edits: [...edits.values()] }))
}

/** The document's value after the edits. */
export function applyEdits(value: Json, edits: readonly DocumentEdit[]): Json {
  return edits.reduce((edited, edit) => {
    if (edit.kind === 'member') return withValueAt(edited, [...edit.path, edit.key], edit.value)
    const list = valueAt(edited, edit.path)
    return withValueAt(edited, edit.path, [...(isArray(list) ? list : []), edit.value])
  }, value)
}

function toExistingParent(value: Json, edit: DocumentEdit): DocumentEdit {
  const depth = existingDepth(value, edit.path)
  if (depth === edit.path.length) return edit
  const [key = '', ...rest] = edit.path.slice(depth)
  const leaf = edit.kind === 'item' ? [edit.value] : { [edit.key]: edit.value }
  return { kind: 'member', path: edit.path.slice(0, depth), key, value: withValueAt(undefined, rest, leaf) }
}

/** How many keys of a path lead to something. A null in the document is an empty object or list to be. */
function existingDepth(value: Json, path: readonly string[]): number {
  const depth = path.findIndex((_, index) => valueAt(value, path.slice(0, index + 1)) === undefined)
  return depth < 0 ? path.length : depth
}
