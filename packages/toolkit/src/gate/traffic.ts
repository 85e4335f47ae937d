import { hasBothSides, receivings, sendings } from '../lint/flow/operations.ts'
import { perSystem } from '../lint/flow/per-system.ts'
import type { Catalog, Channel, Message } from '../model/catalog.ts'
import { systemsOf } from './channel-parties.ts'

/**
 * Whether the contracts tell who is on the other side of a channel. Where one application is described alone, others
 * that nobody names may be there.
 */
export function knowsEveryone(catalog: Catalog, channel: Channel): boolean {
  const systems = systemsOf(catalog, channel)
  return systems.length > 0 && systems.every((system) => sidesOf(system).areBothKnown)
}

const sidesOf = perSystem((system) => ({ areBothKnown: hasBothSides(system) }))

/** Whether an operation sends a message to this very channel. */
export function isSentTo(catalog: Catalog, channel: Channel, message: Message): boolean {
  return systemsOf(catalog, channel).some((system) =>
    sendingsByChannel(system)
      .get(channel)
      ?.some((sending) => sending.message === message),
  )
}

/** Whether an operation receives a message from this very channel. */
export function isReceivedFrom(catalog: Catalog, channel: Channel, message: Message): boolean {
  return systemsOf(catalog, channel).some((system) =>
    receivingsByChannel(system)
      .get(channel)
      ?.some(({ messages }) => messages.includes(message)),
  )
}

const sendingsByChannel = perSystem((system) => Map.groupBy(sendings(system), ({ channel }) => channel))

const receivingsByChannel = perSystem((system) => Map.groupBy(receivings(system), ({ channel }) => channel))
