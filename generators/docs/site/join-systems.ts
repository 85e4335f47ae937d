import type { Channel } from '@concordat/toolkit/model'
import { placeOf } from './channel-entry.ts'
import type { EventEntry, SystemEntry, Use } from './event-entry.ts'

/**
 * Systems whose events name those too who send and receive them in other systems. Where each application keeps its document
 * in a folder of its own, each is a system. One message that they refer to is one event, and so are messages of one name on
 * one channel of one broker.
 */
export function joinSystems(systems: readonly SystemEntry[]): readonly SystemEntry[] {
  const byName = Map.groupBy(
    systems.flatMap(({ events }) => events),
    ({ name }) => name,
  )
  return systems.map((entry) => ({
    ...entry,
    events: entry.events.map((event) => joinEvent(event, byName.get(event.name) ?? [])),
  }))
}

function joinEvent(event: EventEntry, named: readonly EventEntry[]): EventEntry {
  const places = new Set(allUses(event).flatMap(placesOf))
  const others = named.filter(({ system }) => system !== event.system)
  const ids = new Set(event.definitions.map(({ id }) => id))
  const sameOf = (other: EventEntry, uses: readonly Use[]): readonly Use[] =>
    other.definitions.some(({ id }) => ids.has(id))
      ? uses
      : uses.filter((use) => placesOf(use).some((place) => places.has(place)))
  const senders = others.flatMap((other) => sameOf(other, other.senders))
  const receivers = others.flatMap((other) => sameOf(other, other.receivers))
  if (senders.length + receivers.length === 0) return event
  return { ...event, senders: [...event.senders, ...senders], receivers: [...event.receivers, ...receivers] }
}

function allUses({ senders, receivers }: EventEntry): readonly Use[] {
  return [...senders, ...receivers]
}

/** One for each broker on which the channel stands; none where the contract does not say on which. */
function placesOf({ channel }: { readonly channel: Channel }): readonly string[] {
  return channel.servers.map(({ host }) => JSON.stringify([host, placeOf(channel)]))
}
