import type { Channel, Message } from '../model/catalog.ts'
import type { CatalogPairs } from './catalog-pairs.ts'
import { kept } from './sides.ts'

/** A message that was there before, with one of the channels that have it. */
export interface MessagePair {
  readonly channel: { readonly base: Channel; readonly head: Channel }
  readonly base: Message
  readonly head: Message
}

const known = new WeakMap<CatalogPairs, readonly MessagePair[]>()

/** The messages that are in both catalogs, each once although several channels may have it. */
export function messagePairs({ pairs }: { readonly pairs: CatalogPairs }): readonly MessagePair[] {
  const found = known.get(pairs) ?? distinct(kept(pairs.messages))
  known.set(pairs, found)
  return found
}

function distinct(pairs: readonly MessagePair[]): readonly MessagePair[] {
  const seen = new Map<Message, Set<Message>>()
  return pairs.filter(({ base, head }) => {
    const heads = seen.get(base) ?? new Set()
    seen.set(base, heads)
    return heads.size < heads.add(head).size
  })
}
