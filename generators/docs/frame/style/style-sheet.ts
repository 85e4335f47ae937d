import { fieldTableStyle } from '../../field-index/field-table-style.ts'
import { pictureStyle } from '../../pictures/picture-style.ts'
import { schemaTreeStyle } from '../../schema-tree/schema-tree-style.ts'
import { versionsStyle } from '../../versions/versions-style.ts'
import { iconStyle } from '../icon.ts'
import { tokens } from '../tokens.ts'
import { baseStyle } from './base-style.ts'
import { componentStyle } from './component-style.ts'
import { layoutStyle } from './layout-style.ts'
import { printStyle } from './print-style.ts'
import { searchStyle } from './search-style.ts'

/** The site's one style sheet. */
export const styleSheet: string = [
  tokens,
  baseStyle,
  layoutStyle,
  iconStyle,
  componentStyle,
  searchStyle,
  schemaTreeStyle,
  pictureStyle,
  fieldTableStyle,
  versionsStyle,
  printStyle,
].join('')
