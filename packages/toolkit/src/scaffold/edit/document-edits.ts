import type { Catalog, Json } from '../../model/catalog.ts'
import { pointerTokens } from '../../model/pointer.ts'
import type { DocumentEdit } from './document-edit.ts'
import { editDocument } from './edit-document.ts'
import type { PlannedFile } from '../file-plan.ts'

/** Edits of several documents of a catalog, gathered before any is made. */
export class DocumentEdits {
  readonly #catalog: Catalog
  readonly #edits = new Map<string, DocumentEdit[]>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** Adds a member to the object at a pointer; `after` names members to stand behind, the best first. */
  addMember(at: Position, key: string, value: Json, after: readonly string[] = []): void {
    this.#add(at, { kind: 'member', path: pointerTokens(at.pointer) ?? [], key, value, after })
  }

  addItem(at: Position, value: Json): void {
    this.#add(at, { kind: 'item', path: pointerTokens(at.pointer) ?? [], value })
  }

  /** @throws ContractError `unsupported` where a document cannot be added to */
  toFiles(): readonly PlannedFile[] {
    return [...this.#edits].map(([path, edits]) => {
      const file = this.#catalog.files.get(path)
      if (file === undefined) throw new Error(`${path} is edited, but the catalog does not hold it`)
      return { path, content: editDocument(file, edits), before: file.text }
    })
  }

  #add({ file }: Position, edit: DocumentEdit): void {
    this.#edits.set(file, [...(this.#edits.get(file) ?? []), edit])
  }
}

/** A place in a file that need not exist yet. */
export interface Position {
  readonly file: string
  readonly pointer: string
}
