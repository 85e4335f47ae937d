import type { Message, Node } from './catalog.ts'
import { child, entries } from './node.ts'
import { objectTarget, type DocumentContext, type ReadContext } from './read-context.ts'
import { referenceOf } from './references.ts'

/**
 * The channel of the document that an operation means. Tools that write references out leave a copy of it in each
 * operation; the copy is the channel, and not another one.
 */
export function originalChannel(context: ReadContext, node: Node, from: DocumentContext): Node {
  if (referenceOf(node.value) !== undefined) return node
  return channelsByText(context, from).get(JSON.stringify(node.value)) ?? node
}

/** The message of a channel that an operation's list means, where that holds a copy of it. */
export function originalMessage(node: Node, messages: readonly Message[]): Message | undefined {
  if (referenceOf(node.value) !== undefined || messages.length === 0) return undefined
  const text = JSON.stringify(node.value)
  return messages.find((message) => JSON.stringify(message.node.value) === text)
}

const texts = new WeakMap<DocumentContext, ReadonlyMap<string, Node>>()

function channelsByText(context: ReadContext, from: DocumentContext): ReadonlyMap<string, Node> {
  const known = texts.get(from)
  if (known !== undefined) return known
  const channels = new Map<string, Node>()
  for (const [, channel] of entries(child(from.document.node, 'channels'))) {
    const text = JSON.stringify(objectTarget(context, channel)?.value)
    if (!channels.has(text)) channels.set(text, channel)
  }
  texts.set(from, channels)
  return channels
}
