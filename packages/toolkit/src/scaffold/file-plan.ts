/** What a command lays down. It is known in full before anything is written. */
export interface FilePlan {
  /** Sorted by path. */
  readonly files: readonly PlannedFile[]
  /** What the user should know or do, a sentence each. */
  readonly notes: readonly string[]
}

export interface PlannedFile {
  /** Relative to the root of the contracts, with `/`. */
  readonly path: string
  readonly content: string
  /** The content that it takes the place of; undefined: there is no such file yet. */
  readonly before: string | undefined
}
