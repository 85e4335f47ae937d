import { type Catalog, child, entries, followRef, items, type Node, nodeId } from '@concordat/toolkit/model'

/** The keys under which a channel has the messages of a list; one that it does not have is left out. */
export function messageKeysIn(catalog: Catalog, channel: Node, list: Node): readonly string[] {
  const keys = new Map(
    entries(child(channel, 'messages')).map(([key, node]) => [nodeId(followRef(catalog, node)), key]),
  )
  return items(list).flatMap((item) => keys.get(nodeId(followRef(catalog, item))) ?? [])
}
