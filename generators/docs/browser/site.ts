import { addCopyButtons } from './copy-buttons.ts'
import { listContents } from './page-contents.ts'
import { showChosen } from './chosen-parts.ts'
import { addSearchButton } from './search-button.ts'
import { addThemeButton, restoreTheme } from './theme-button.ts'

// The script stands in the head, so that no page is drawn in another theme first.
restoreTheme()
addEventListener('DOMContentLoaded', () => {
  addSearchButton()
  addThemeButton()
  addCopyButtons()
  listContents()
  showChosen()
})
