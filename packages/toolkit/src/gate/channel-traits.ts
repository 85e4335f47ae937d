import type { Channel } from '../model/catalog.ts'
import type { Trait } from './pair-by.ts'

/** What makes a channel the same one as before, the surest first. */
export const channelTraits: readonly Trait<Channel>[] = [
  (channel) => JSON.stringify([channel.name, locationOf(channel)]),
  locationOf,
  ({ name }) => name,
  (channel) =>
    channel.address === undefined ? undefined : JSON.stringify([channel.address, protocolsOf(channel)]),
]

/** Where a channel is on its brokers; two channels of one place are one to whoever is connected. */
export function locationOf(channel: Channel): string {
  const { amqp, kafka, address, name } = channel
  const place = [amqpPlace(channel), kafka?.topic]
  return JSON.stringify(
    amqp === undefined && kafka === undefined ? [address ?? name, protocolsOf(channel)] : place,
  )
}

/** A channel's place with the brokers that it is on; undefined where the contract does not say which. */
export function brokerPlaceOf(channel: Channel): string | undefined {
  if (channel.servers.length === 0) return undefined
  const hosts = new Set(channel.servers.map(({ host, pathname = '' }) => host + pathname))
  return JSON.stringify([[...hosts].toSorted(), locationOf(channel)])
}

function amqpPlace({ amqp, address }: Channel): readonly (string | undefined)[] | undefined {
  if (amqp === undefined) return undefined
  return amqp.is === 'queue'
    ? ['queue', amqp.queue.vhost, amqp.queue.name]
    : ['exchange', amqp.exchange.vhost, amqp.exchange.name, address]
}

function protocolsOf({ protocols, servers }: Channel): readonly string[] {
  if (protocols.length > 0) return protocols
  return [...new Set(servers.map(({ protocol }) => protocol.toLowerCase()))].toSorted()
}
