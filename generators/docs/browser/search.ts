import { createIndex } from './search-index.ts'
import { searchDialog } from './search-dialog.ts'

let dialog: HTMLDialogElement | undefined

globalThis.openSearch = (folder) => {
  dialog ??= searchDialog(folder, createIndex(globalThis.searchDocuments ?? []))
  if (!dialog.open) dialog.showModal()
}
