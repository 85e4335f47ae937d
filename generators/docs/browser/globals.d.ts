import type { SearchDocument } from '../search/search-document.ts'

declare global {
  /** Set by `search-index.js`. */
  var searchDocuments: readonly SearchDocument[] | undefined
  /** Set by `search.js`: shows the dialog. Links in it begin with the folder. */
  var openSearch: ((folder: string) => void) | undefined
}
