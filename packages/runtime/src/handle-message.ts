import { aborted, backoffDelay, wait } from './backoff.ts'
import { callHandler } from './call-handler.ts'
import type { DeliveryPolicy, ReceiveOperation } from './contract.ts'
import { type DecodedMessage, decodeMessage } from './decode-message.ts'
import type { DeliveryFailure } from './delivery-failure.ts'
import { InvalidMessageError } from './invalid-message-error.ts'
import type { AnyHandlers } from './received-event.ts'
import type { IncomingMessage, Settlement } from './transport.ts'

/** How the messages of one receive operation are handled. */
export interface Handling {
  readonly operation: ReceiveOperation
  readonly handlers: AnyHandlers
  readonly policy: DeliveryPolicy
  /** Whether the source takes dead letters. */
  readonly hasDeadLetters: boolean
  readonly onFailure: (failure: DeliveryFailure) => void
  /** Aborted when the consumer is closing: no more attempts. */
  readonly closing: AbortSignal
  /** Aborted when the handlers in flight have had their time. */
  readonly abandoned: AbortSignal
}

/** Takes one message from the broker's hands to a settlement. Never rejects. */
export async function handleMessage(incoming: IncomingMessage, handling: Handling): Promise<Settlement> {
  const decoded = decodeMessage(handling.operation, incoming)
  if (decoded instanceof InvalidMessageError) return refuse(incoming, decoded, handling)
  return callUntilSettled(incoming, decoded, handling)
}

/** Trying again cannot help. Without dead letters the message is kept rather than lost. */
async function refuse(
  incoming: IncomingMessage,
  error: InvalidMessageError,
  handling: Handling,
): Promise<Settlement> {
  const { operation, hasDeadLetters, onFailure, closing } = handling
  const action = hasDeadLetters ? 'dead-letter' : 'hold'
  onFailure({ action, error, operation: operation.name, origin: incoming.origin, attempt: 0 })
  if (hasDeadLetters) return 'dead-letter'
  await aborted(closing)
  return 'release'
}

async function callUntilSettled(
  incoming: IncomingMessage,
  decoded: DecodedMessage,
  handling: Handling,
): Promise<Settlement> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await callHandler(decoded, attempt, handling)
    if (outcome === 'handled') return 'ack'
    const next = nextStep(attempt, handling)
    handling.onFailure({ ...next, ...describe(incoming, decoded, handling), error: outcome.error, attempt })
    if (next.action !== 'retry') return next.action
    if (!(await wait(next.delay, handling.closing))) return 'release'
  }
}

type NextStep =
  | { readonly action: 'retry'; readonly delay: number }
  | { readonly action: 'dead-letter' | 'release' }

/** Without dead letters attempts go on at the longest wait: nothing is lost. */
function nextStep(attempt: number, { policy, hasDeadLetters, closing, abandoned }: Handling): NextStep {
  if (abandoned.aborted) return { action: 'release' }
  if (attempt >= policy.attempts && hasDeadLetters) return { action: 'dead-letter' }
  if (closing.aborted) return { action: 'release' }
  return { action: 'retry', delay: backoffDelay(policy, attempt) }
}

function describe(
  { origin }: IncomingMessage,
  { message, event }: DecodedMessage,
  { operation }: Handling,
): Pick<DeliveryFailure, 'operation' | 'origin' | 'messageName' | 'id'> {
  const identity = event.id === undefined ? {} : { id: event.id }
  return { operation: operation.name, origin, messageName: message.name, ...identity }
}
