import type { ValidationFailure } from './contract.ts'
import { failureLines } from './failure-text.ts'

/** A publisher was given what its contract does not allow; nothing was sent. For whoever calls the publisher. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation'
  readonly code = 'contract-violation'
  /** The same data fails again. */
  readonly retriable = false
  /** Name of the message in the contract. */
  readonly messageName: string
  /** What is wrong, by JSON Pointers into the payload, or into the headers where they begin with `headers:`. */
  readonly failures: readonly ValidationFailure[]

  /** @param contract what the data broke, `OrderCreated (orders/order.created/2.0.0)` */
  constructor(
    message: { readonly name: string; readonly schema?: string },
    failures: readonly ValidationFailure[],
  ) {
    const schema = message.schema === undefined ? '' : ` (${message.schema})`
    super(
      `${message.name}${schema} was not published: it breaks its contract.\n${failureLines(failures)}\n` +
        'Change what is published, or release a version of the contract that allows it.',
    )
    this.messageName = message.name
    this.failures = failures
  }
}
