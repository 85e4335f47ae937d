import type { JSX } from 'preact'

/** A page of the site before it is printed. */
export interface Page {
  /** Relative to the site's folder. */
  readonly path: string
  readonly title: string
  /** What a search engine and a preview show of it. */
  readonly summary: string | undefined
  /** Links from the overview down to this page's parent. */
  readonly trail: readonly PageLink[]
  readonly head: JSX.Element
  readonly sections: readonly Section[]
  /** The same for programs: a path and its media type. */
  readonly alternates?: readonly Alternate[]
}

export interface PageLink {
  readonly title: string
  /** Path of a page relative to the site's folder. */
  readonly path: string
}

/** A part of a page with a heading of its own; its id is a stable link. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: JSX.Element
}

export interface Alternate {
  readonly path: string
  readonly type: string
  readonly title: string
}
