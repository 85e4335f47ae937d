import type { Channel, Operation, Service } from '../model/catalog.ts'
import { pairBy } from './pair-by.ts'
import type { CatalogPairs, Pair } from './catalog-pairs.ts'

/**
 * Pairs the operations of applications: what an application does on a channel is the same thing under another key, and
 * an operation that only kept its key does something else now.
 */
export function pairOperations(
  services: readonly Pair<Service>[],
  channels: readonly Pair<Channel>[],
): CatalogPairs['operations'] {
  const channelOf = channelNumbers(channels)
  const does = ({ action, channel }: Operation): string => JSON.stringify([action, channelOf.get(channel)])
  const traits = [
    (operation: Operation) => JSON.stringify([operation.name, does(operation)]),
    (operation: Operation) =>
      JSON.stringify([does(operation), operation.messages.map(({ name }) => name).toSorted()]),
    does,
    ({ name }: Operation) => name,
  ]
  return services.flatMap((service) =>
    pairBy(service.base?.operations ?? [], service.head?.operations ?? [], traits).map((pair) => ({
      service,
      ...pair,
    })),
  )
}

/** Both sides of a pair have one number. */
function channelNumbers(channels: readonly Pair<Channel>[]): ReadonlyMap<Channel, number> {
  return new Map(
    channels.flatMap((pair, index) =>
      [pair.base, pair.head].flatMap((channel) => (channel === undefined ? [] : [[channel, index] as const])),
    ),
  )
}
