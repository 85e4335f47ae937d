/** A picture of boxes in columns and arrows between them, before it is laid out. */
export interface Picture {
  readonly title: string
  /** From left to right; boxes from top to bottom as they are met first. */
  readonly columns: readonly (readonly Box[])[]
  readonly arrows: readonly Arrow[]
}

export interface Box {
  /** Unique in the picture. */
  readonly id: string
  readonly kind: BoxKind
  /** A name; cut where it is too long, and then shown in full on a pointer's stay. */
  readonly label: string
  /** A second line in smaller type. */
  readonly detail?: string | undefined
  /** The page of what it stands for. */
  readonly href?: string | undefined
}

type BoxKind =
  | 'application'
  | 'event'
  | 'exchange'
  | 'binding'
  | 'queue'
  | 'topic'
  | 'group'
  | 'dead-letter'
  | 'nobody'
  | 'more'

export interface Arrow {
  readonly from: string
  readonly to: string
  /** Drawn dashed: what happens only after failures, or only for some messages. */
  readonly isSometimes?: boolean
}

/** Links of a picture to pages, each undefined where there is none. They are relative to the page that shows the picture. */
export interface PictureLinks {
  readonly application: (service: { readonly system: string; readonly name: string }) => string | undefined
  readonly event: (message: { readonly id: string }) => string | undefined
  readonly channel: (channel: { readonly id: string }) => string | undefined
}
