import type { Channel, System } from '@concordat/toolkit/model'

/**
 * A channel as people know it: documents of one system may each define it for themselves, so all that stand for the same
 * place on the broker are one.
 */
export interface ChannelEntry {
  /** The definition that says most; the others repeat it. */
  readonly channel: Channel
  readonly definitions: readonly Channel[]
}

/** The channels of a system, in the order of their first definitions. */
export function channelsOf({ channels }: System): readonly ChannelEntry[] {
  return [...Map.groupBy(channels, placeOf).values()].flatMap((definitions) => {
    // Two of one document are two on purpose: they work on different brokers.
    const files = new Set(definitions.map(({ node }) => node.file))
    if (files.size < definitions.length)
      return definitions.map((channel) => ({ channel, definitions: [channel] }))
    const [first, ...others] = definitions
    if (first === undefined) return []
    const richest = others.reduce((best, other) => (wealth(other) > wealth(best) ? other : best), first)
    return [{ channel: richest, definitions }]
  })
}

/** One of each place, in order. */
export function distinctPlaces(channels: readonly Channel[]): readonly Channel[] {
  const known = new Map<string, Channel>()
  for (const channel of channels) {
    const place = placeOf(channel)
    if (!known.has(place)) known.set(place, channel)
  }
  return [...known.values()]
}

/** What stands on a broker for a channel, as a text to compare. */
export function placeOf({ kafka, amqp, address, name }: Channel): string {
  const own = address ?? name
  if (amqp === undefined) return JSON.stringify(['topic', kafka?.topic ?? own])
  return JSON.stringify(
    amqp.is === 'queue' ? ['queue', amqp.queue.name] : ['exchange', amqp.exchange.name, own],
  )
}

function wealth({ description, summary, messages, amqp, parameters }: Channel): number {
  const texts = [description, summary].filter((text) => text !== undefined)
  return 2 * texts.length + messages.length + (amqp?.bindings.length ?? 0) + parameters.length
}
