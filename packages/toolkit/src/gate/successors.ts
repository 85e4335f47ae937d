import type { Channel, Message } from '../model/catalog.ts'
import type { CatalogPairs } from './catalog-pairs.ts'
import { kept } from './sides.ts'

/** The channel of now that a channel of before is; undefined where it is gone. */
export function successorOf(pairs: CatalogPairs, channel: Channel): Channel | undefined {
  return successors(pairs).channels.get(channel)
}

/** The message of now that a message of a channel is; undefined where it is gone from there. */
export function messageIn(pairs: CatalogPairs, channel: Channel, message: Message): Message | undefined {
  return successors(pairs).messages.get(channel)?.get(message)
}

interface Successors {
  readonly channels: ReadonlyMap<Channel, Channel>
  readonly messages: ReadonlyMap<Channel, ReadonlyMap<Message, Message>>
}

const known = new WeakMap<CatalogPairs, Successors>()

/** Built once, because every operation asks for it. */
function successors(pairs: CatalogPairs): Successors {
  const found = known.get(pairs) ?? findSuccessors(pairs)
  known.set(pairs, found)
  return found
}

function findSuccessors(pairs: CatalogPairs): Successors {
  const messages = new Map<Channel, Map<Message, Message>>()
  for (const { channel, base, head } of kept(pairs.messages)) {
    const list = messages.get(channel.base) ?? new Map<Message, Message>()
    messages.set(channel.base, list.set(base, head))
  }
  return { channels: new Map(kept(pairs.channels).map(({ base, head }) => [base, head])), messages }
}
