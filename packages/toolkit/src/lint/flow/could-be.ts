import type { Message } from '../../model/catalog.ts'
import { child } from '../../model/node.ts'

/**
 * Whether two definitions may mean one message on the wire. Definitions under one name do; one that has only the key of
 * the channel that it stands in may mean any, because each document chooses its keys for itself.
 */
export function couldBe(left: Message, right: Message): boolean {
  return left.name === right.name || !hasName(left) || !hasName(right)
}

function hasName({ node }: Message): boolean {
  return (
    child(node, 'name') !== undefined ||
    child(node, 'messageId') !== undefined ||
    node.pointer.startsWith('/components/messages/')
  )
}
