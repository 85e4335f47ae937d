/** Codes of {@link TransportError}; stable, for programs to compare. */
export type TransportErrorCode =
  | 'unroutable'
  | 'connection-refused'
  | 'connection-lost'
  | 'access-refused'
  | 'not-found'
  | 'topology-mismatch'
  | 'message-too-large'
  | 'timeout'
  | 'closed'
  | 'unsupported'
  | 'broker-error'

/** The broker or the way to it failed. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly code: TransportErrorCode
  /** Whether the same call can succeed later without a change. */
  readonly retriable: boolean

  constructor(code: TransportErrorCode, message: string, options: { retriable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.code = code
    this.retriable = options.retriable
  }
}
