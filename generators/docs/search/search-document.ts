/** What search knows of one page or one place on a page. */
export interface SearchDocument {
  /** `event`, `channel`, `application`, `schema`, `type`, `system`. */
  readonly kind: string
  readonly name: string
  /** Relative to the site's folder. */
  readonly path: string
  /** What stands below the name in the list: the system, the type on the wire. */
  readonly detail: string
  /** Routing keys, topics, queues, types: names of the thing on the wire. */
  readonly keys: string
  readonly fields: string
  readonly text: string
  /** Who owns it, who sends and receives it. */
  readonly people: string
}
