/** Why a schema cannot be opened; a comparison with it is undecided. */
export class SchemaGraphError extends Error {
  override readonly name: string = 'SchemaGraphError'
  readonly keyword: string
  readonly at: string

  /** @param at JSON Pointer of the schema in its document */
  constructor(keyword: string, at: string, reason: string) {
    super(reason)
    this.keyword = keyword
    this.at = at
  }
}
