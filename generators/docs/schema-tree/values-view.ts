import type { Json } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import type { ListedValues } from './schema-tree.ts'
import { valueCode } from './words.ts'

/** As many values stand in the open; the others are folded. */
const SHOWN = 12

/** The values of a list; a long one is folded, and every value is in the page. */
export function valuesView({ values, isOpen }: ListedValues): JSX.Element {
  if (values.length === 0) return h('p', { class: 'tree-values' }, 'No value fits every list.')
  const shown = values.length > SHOWN + 2 ? values.slice(0, SHOWN) : values
  const folded = values.slice(shown.length)
  const lead =
    values.length === 1 && !isOpen ? 'always ' : isOpen ? 'one of these, and others later: ' : 'one of '
  return h(
    'div',
    { class: 'tree-values' },
    lead,
    shown.map(valueView),
    folded.length > 0 &&
      h('details', null, h('summary', null, `${folded.length} more values`), folded.map(valueView)),
  )
}

function valueView(value: Json): readonly (JSX.Element | string)[] {
  return [h('code', null, valueCode(value).code), ' ']
}
