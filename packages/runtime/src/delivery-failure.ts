import { InvalidMessageError } from './invalid-message-error.ts'
import { printable } from './printable.ts'
import { thrownText } from './thrown-text.ts'

/**
 * What happens with the message next.
 * - `retry`: the handler is called again after a wait
 * - `dead-letter`: it goes to the dead letters of its source
 * - `hold`: it can neither be handled nor dead-lettered, so it stays with this consumer, unacknowledged, until that is closed
 * - `release`: the consumer is closing; the broker delivers it again
 */
export type FailureAction = 'retry' | 'dead-letter' | 'hold' | 'release'

/** A message that was not handled, reported to {@link ConsumerOptions.onFailure}. */
export interface DeliveryFailure {
  readonly action: FailureAction
  /** What the handler threw, or an {@link InvalidMessageError}. */
  readonly error: unknown
  /** Name of the receive operation. */
  readonly operation: string
  /** Where the message came from, `queue notification.orders`. */
  readonly origin: string
  /** Name of the message in the contract, where it is known. */
  readonly messageName?: string
  /** CloudEvents `id` of the message, where it is known. */
  readonly id?: string
  /** Calls of the handler so far. */
  readonly attempt: number
  /** Until the next attempt, milliseconds. */
  readonly delay?: number
}

/** The failure as text for a log, with the stack where a handler threw. */
export function failureText(failure: DeliveryFailure): string {
  const { action, error, operation, origin, messageName = 'a message', id, attempt, delay } = failure
  const what = `${messageName}${id === undefined ? '' : ` ${printable(id)}`} from ${origin}`
  const happened = attempt > 0 ? `failed (attempt ${attempt})` : 'is refused'
  const next = delay === undefined ? action : `${action} in ${delay} ms`
  return `${operation}: ${what} ${happened}, next: ${next}\n${reasonText(error, attempt)}`
}

function reasonText(error: unknown, attempt: number): string {
  return attempt === 0 && error instanceof InvalidMessageError ? error.message : thrownText(error)
}
