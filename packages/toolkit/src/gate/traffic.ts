import { hasBothSides, receivings, sendings } from '../lint/flow/operations.ts'
import type { Catalog, Channel, Message } from '../model/catalog.ts'
import { systemsOf } from './channel-parties.ts'

/**
 * Whether the contracts tell who is on the other side of a channel. Where one application is described alone, others
 * that nobody names may be there.
 */
export function knowsEveryone(catalog: Catalog, channel: Channel): boolean {
  const systems = systemsOf(catalog, channel)
  return systems.length > 0 && systems.every(hasBothSides)
}

/** Whether an operation sends a message, or any where none is named, to this very channel. */
export function isSentTo(catalog: Catalog, channel: Channel, message?: Message): boolean {
  return systemsOf(catalog, channel).some((system) =>
    sendings(system).some(
      (sending) => sending.channel === channel && (message === undefined || sending.message === message),
    ),
  )
}

/** Whether an operation receives a message, or any where none is named, from this very channel. */
export function isReceivedFrom(catalog: Catalog, channel: Channel, message?: Message): boolean {
  return systemsOf(catalog, channel).some((system) =>
    receivings(system).some(
      ({ channel: from, messages }) =>
        from === channel && (message === undefined || messages.includes(message)),
    ),
  )
}
