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

/** The failure as text for a log, with the error's stack where the handler threw it. */
export function failureText(failure: DeliveryFailure): string {
  const { action, error, operation, origin, messageName = 'A message', id, attempt, delay } = failure
  const what = `${messageName}${id === undefined ? '' : ` ${id}`} from ${origin}`
  const next = action === 'retry' ? `retry in ${delay ?? 0} ms` : action
  const reason = error instanceof Error && attempt > 0 ? (error.stack ?? error.message) : messageOf(error)
  return `${operation}: ${what} failed (attempt ${attempt}), next: ${next}\n${reason}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
