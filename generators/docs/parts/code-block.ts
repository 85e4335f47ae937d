import type { Json } from '@concordat/toolkit/model'
import { type ComponentChildren, h, type JSX } from 'preact'

/** A value as JSON that can be copied, with a caption. */
export function jsonBlock(value: Json, caption: ComponentChildren, label: string): JSX.Element {
  return codeBlock(JSON.stringify(value, null, 2), caption, label)
}

/** @param label what it is, for those who hear the page */
export function codeBlock(text: string, caption: ComponentChildren, label: string): JSX.Element {
  return h(
    'figure',
    { class: 'sample' },
    h('figcaption', null, caption),
    h(
      'pre',
      { tabindex: 0, role: 'region', 'aria-label': label },
      h('code', { dangerouslySetInnerHTML: { __html: escapeText(text) } }),
    ),
  )
}

/** As in any element, but that quotes stay as they are: a sample is full of them. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
