/** The revision that a change is compared with. */
export interface BaseRevision {
  /** For messages: `main (1a2b3c4d)`. */
  readonly label: string
  /** Git blob ids by path relative to the catalog's root. */
  readonly blobs: ReadonlyMap<string, string>
  /** Texts of files by path; those that a partial clone lacks, or that are too large, are left out. */
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
