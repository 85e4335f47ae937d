import type { ValidationFailure } from './contract.ts'
import { failureLines } from './failure-text.ts'

/**
 * Why a received message cannot be handled; stable, for programs to compare.
 * - `not-utf8`, `malformed-json`: the body is not what JSON asks for (RFC 8259)
 * - `wrong-content-type`: the message says that it is something else than the contract
 * - `unknown-type`: no message of the operation has its type
 * - `contract-violation`: payload or headers break the contract
 */
export type InvalidMessageCode =
  | 'not-utf8'
  | 'malformed-json'
  | 'wrong-content-type'
  | 'unknown-type'
  | 'contract-violation'

/** A received message breaks the contract. It is reported, not thrown: for whoever operates the consumer. */
export class InvalidMessageError extends Error {
  override readonly name = 'InvalidMessageError'
  readonly code: InvalidMessageCode
  /** The same message fails again. */
  readonly retriable = false
  /** Where the message came from, `queue notification.orders`. */
  readonly origin: string
  /** What is wrong with payload or headers; empty where the code says it all. */
  readonly failures: readonly ValidationFailure[]

  constructor(
    code: InvalidMessageCode,
    origin: string,
    reason: string,
    options: { readonly failures?: readonly ValidationFailure[]; readonly cause?: unknown } = {},
  ) {
    const { failures = [], cause } = options
    const lines = failures.length > 0 ? `\n${failureLines(failures)}` : ''
    super(`A message from ${origin} cannot be handled: ${reason}${lines}`, { cause })
    this.code = code
    this.origin = origin
    this.failures = failures
  }
}
