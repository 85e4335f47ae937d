/** Codes of {@link UsageError}; stable, for programs to compare. */
export type UsageErrorCode =
  | 'unknown-scheme'
  | 'transport-not-installed'
  | 'handler-missing'
  | 'parameter-missing'
  | 'content-type-unsupported'

/** The program uses the runtime in a way that cannot work. For whoever writes the service. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code: UsageErrorCode
  /** Only a change of the program helps. */
  readonly retriable = false

  constructor(code: UsageErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
