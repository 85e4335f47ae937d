/** Codes of {@link OrderError}; stable, for programs to compare. */
export type OrderErrorCode = 'unknown-order' | 'wrong-status'

/** A request that an order cannot take. */
export class OrderError extends Error {
  override readonly name = 'OrderError'
  readonly code: OrderErrorCode

  constructor(code: OrderErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
