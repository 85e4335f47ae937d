import type { JsonObject, Message, Node } from './catalog.ts'
import { child, items, text } from './node.ts'
import { objectTarget, type DocumentContext, type ReadContext } from './read-context.ts'
import { readMessage } from './read-message.ts'

/** The messages of a 2.x operation: one, or a choice under `oneOf`. An unnamed one goes by the operation's id. */
export function readMessagesV2(
  context: ReadContext,
  operation: Node,
  key: string,
  from: DocumentContext,
): readonly Message[] {
  const message = child(operation, 'message')
  const choice = child(objectTarget(context, message) ?? operation, 'oneOf')
  const nodes = choice === undefined ? [message] : items(choice)
  return nodes.flatMap((node, index) => {
    const name =
      nodes.length === 1 ? operationKey(operation, key) : `${operationKey(operation, key)}-${index + 1}`
    return (node === undefined ? undefined : readMessage(context, node, name, from)) ?? []
  })
}

/** The operations of a 2.x channel by what the application does: it sends what others subscribe to. */
export function operationsV2(
  context: ReadContext,
  channel: Node,
): readonly { readonly action: 'send' | 'receive'; readonly node: Node<JsonObject> }[] {
  const receive = objectTarget(context, child(channel, 'publish'))
  const send = objectTarget(context, child(channel, 'subscribe'))
  return [
    ...(receive === undefined ? [] : [{ action: 'receive', node: receive } as const]),
    ...(send === undefined ? [] : [{ action: 'send', node: send } as const]),
  ]
}

/** Name of a 2.x operation: its id, else what identifies it in the document. */
export function operationKey(operation: Node, key: string): string {
  return text(operation, 'operationId') ?? key
}
