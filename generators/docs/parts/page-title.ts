import { type ComponentChildren, Fragment, h, type JSX } from 'preact'
import { markdown } from '../markdown/markdown.ts'

export interface PageTitle {
  readonly title: string
  readonly badges?: readonly (JSX.Element | null)[]
  /** A line below the title: a name on the wire, a version. */
  readonly subtitle?: ComponentChildren
  /** Markdown. */
  readonly lead?: string | undefined
}

/** The top of a page: what it is about. */
export function pageTitle({ title, badges = [], subtitle, lead }: PageTitle): JSX.Element {
  const description = markdown(lead)
  return h(
    Fragment,
    null,
    h('div', { class: 'title' }, h('h1', null, title), badges),
    subtitle === undefined ? null : h('p', { class: 'subtitle' }, subtitle),
    description === undefined ? null : h('div', { class: 'lead' }, description),
  )
}
