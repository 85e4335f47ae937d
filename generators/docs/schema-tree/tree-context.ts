import type { Node } from '@concordat/toolkit/model'
import type { ComponentChild } from 'preact'

/** What a tree needs to know of the page that it stands on. */
export interface TreeContext {
  /** Prefix of the ids, see `fieldId`; tells several trees of a page apart. */
  readonly id: string
  /** Link to the page of a shared schema; undefined where it has none. */
  readonly href: (target: Node) => string | undefined
  /** A description as it is meant to look. */
  readonly prose: (description: string) => ComponentChild
}
