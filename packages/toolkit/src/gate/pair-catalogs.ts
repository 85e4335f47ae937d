import type { Catalog, Channel, Message, Server, System } from '../model/catalog.ts'
import { keyIn } from '../model/node.ts'
import type { CatalogPairs, Pair } from './catalog-pairs.ts'
import { brokerPlaceOf, channelTraits } from './channel-traits.ts'
import { pairBy, type Trait } from './pair-by.ts'
import { pairOperations } from './pair-operations.ts'
import { kept } from './sides.ts'

/**
 * Pairs everything in two catalogs. What counts is what things are on the wire: a channel's exchange, queue, topic or
 * address and a message's name come before the key under which a document holds them.
 */
export function pairCatalogs(base: Catalog, head: Catalog): CatalogPairs {
  const systems = pairSystems(base.systems, head.systems)
  const channels = distinct(
    movedBetween(
      systems.flatMap((system) =>
        pairBy(system.base?.channels ?? [], system.head?.channels ?? [], channelTraits),
      ),
      brokerPlaceOf,
    ),
  )
  const services = movedBetween(
    systems.flatMap((system) =>
      pairBy(system.base?.services ?? [], system.head?.services ?? [], [
        ({ name }) => name,
        ({ title }) => title,
        onlyOne(system.base?.services, system.head?.services),
      ]),
    ),
    ({ name }) => name,
  )
  return {
    systems,
    servers: systems.flatMap((system) =>
      pairBy(system.base?.servers ?? [], system.head?.servers ?? [], serverTraits).map((pair) => ({
        system,
        ...pair,
      })),
    ),
    channels,
    services,
    operations: pairOperations(services, channels),
    messages: channels.flatMap((channel) =>
      channel.base === undefined || channel.head === undefined
        ? []
        : pairBy(channel.base.messages, channel.head.messages, messageTraits).map((pair) => ({
            channel,
            ...pair,
          })),
    ),
  }
}

/** Systems by name, then by the files in their folder; a repository with one system may call it as it likes. */
function pairSystems(base: readonly System[], head: readonly System[]): readonly Pair<System>[] {
  return pairBy(base, head, [
    ({ name }) => name,
    ({ documents }) => JSON.stringify(documents.map(({ path }) => path.slice(path.lastIndexOf('/')))),
    onlyOne(base, head),
  ])
}

const serverTraits = [
  ({ name }: Server) => name,
  ({ host, protocol }: Server) => JSON.stringify([host, protocol]),
]

const messageTraits = [
  ({ name }: Message) => name,
  ({ node }: Message) => keyIn('messages', node),
  ({ version }: Message) => version?.subject,
]

function onlyOne<T>(base: readonly T[] = [], head: readonly T[] = []): () => string | undefined {
  return () => (base.length === 1 && head.length === 1 ? '' : undefined)
}

/** Pairs what left one system with what came to another and has the trait in common: a folder may be split in two. */
function movedBetween<T extends object>(pairs: readonly Pair<T>[], trait: Trait<T>): readonly Pair<T>[] {
  const left = pairs.flatMap((pair) =>
    pair.base !== undefined && pair.head === undefined ? [pair.base] : [],
  )
  const arrived = pairs.flatMap((pair) =>
    pair.head !== undefined && pair.base === undefined ? [pair.head] : [],
  )
  if (left.length === 0 || arrived.length === 0) return pairs
  return [...kept(pairs), ...pairBy(left, arrived, [trait])]
}

/** A channel may be used in several systems; it changes once. */
function distinct(pairs: readonly Pair<Channel>[]): readonly Pair<Channel>[] {
  const seen = new Set<string>()
  return pairs.filter(({ base, head }) => {
    const key = JSON.stringify([base?.id, head?.id])
    return seen.size < seen.add(key).size
  })
}
