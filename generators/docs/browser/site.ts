import { addCopyButtons } from './copy-buttons.ts'
import { showChosen } from './chosen-parts.ts'
import { openOnDemand } from './open-search.ts'
import { themeButton } from './theme-button.ts'

themeButton()
addCopyButtons()
showChosen()
openOnDemand()
