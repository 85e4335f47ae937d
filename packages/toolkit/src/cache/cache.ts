/** Keeps results by the hash of all they depend on. A cache that cannot be read or written behaves as an empty one. */
export interface Cache {
  readonly get: (kind: string, key: string) => string | undefined
  readonly set: (kind: string, key: string, value: string) => void
  /** Writes what was set; atomic, so two processes never see half an entry. */
  readonly flush: () => void
}
