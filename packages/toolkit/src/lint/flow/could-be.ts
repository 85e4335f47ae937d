import type { Message } from '../../model/catalog.ts'

/**
 * Whether two definitions may mean one message on the wire. Definitions under one name do; one that has only the key of
 * the channel that it stands in may mean any, because each document chooses its keys for itself.
 */
export function couldBe(left: Message, right: Message): boolean {
  return left.name === right.name || !hasName(left) || !hasName(right)
}

function hasName({ node: { value, pointer } }: Message): boolean {
  return (
    Object.hasOwn(value, 'name') ||
    Object.hasOwn(value, 'messageId') ||
    pointer.startsWith('/components/messages/')
  )
}
