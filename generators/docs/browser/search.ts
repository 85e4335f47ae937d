import { createIndex } from './search-index.ts'
import { searchDialog } from './search-dialog.ts'

let dialog: HTMLDialogElement | undefined

globalThis.openSearch = (folder) => {
  dialog ??= searchDialog(folder, createIndex(globalThis.searchDocuments ?? []))
  if (dialog.open) return
  dialog.showModal()
  // What was looked for before is there to go on with, and goes at the first letter of something else.
  dialog.querySelector('input')?.select()
}
