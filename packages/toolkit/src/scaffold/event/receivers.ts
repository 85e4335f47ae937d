import { quote } from '../../lint/quote.ts'
import type { ContractDocument, System } from '../../model/catalog.ts'
import { findService } from '../find-document.ts'
import { verifyAddress } from '../names.ts'
import { refusal } from '../refusal.ts'

/** An application that is to receive the new event. */
export interface Receiver {
  readonly document: ContractDocument
  /** Queue to receive it from, where the user named one. */
  readonly queue: string | undefined
}

/**
 * Reads `SERVICE` or `SERVICE:QUEUE`.
 * @throws ContractError `not-found` for a service that does not exist, `bad-name` for a queue, `ambiguous` for a
 * service with two queues
 */
export function findReceivers(system: System, texts: readonly string[]): readonly Receiver[] {
  const receivers = new Map<string, Receiver>()
  for (const text of new Set(texts)) {
    const colon = text.indexOf(':')
    const service = colon < 0 ? text : text.slice(0, colon)
    const queue = colon < 0 ? undefined : text.slice(colon + 1)
    if (queue !== undefined) verifyAddress('queue', queue)
    if (receivers.has(service)) throw twice(service)
    receivers.set(service, { document: findService(system, service), queue })
  }
  return [...receivers.values()]
}

function twice(service: string): Error {
  const message = `--receiver names ${quote(service)} twice, with different queues.`
  return refusal('ambiguous', message, 'Name one queue; an application gets the event once.')
}
