import { sortByName } from './by-name.ts'
import type { Channel, JsonObject, Message, Node, Operation } from './catalog.ts'
import { child, entries, items, nodeId, text } from './node.ts'
import { readChannel } from './read-channel.ts'
import { objectTarget, type DocumentContext, type ReadContext } from './read-context.ts'
import { readDelivery } from './read-delivery.ts'
import { oneOf, readField } from './read-field.ts'
import { readMessage } from './read-message.ts'
import { operationKey, operationsV2, readMessagesV2 } from './read-messages-v2.ts'
import { readSecurity } from './read-security.ts'
import { slug } from './slug.ts'
import { layered, layeredText, withTraits } from './traits.ts'
import { originalChannel, originalMessage } from './written-out.ts'

const ACTION = oneOf(['send', 'receive'], 'not-asyncapi')

/** The operations of a document, sorted by name; none where it only holds definitions for others. */
export function readOperations(
  context: ReadContext,
  from: DocumentContext,
  service: string,
): readonly Operation[] {
  const read = from.major === 3 ? readOperationsV3 : readOperationsV2
  return sortByName(read(context, from, service), (operation) => nodeId(operation.node))
}

/** Whether a document describes an application. */
export function hasOperations(context: ReadContext, from: DocumentContext): boolean {
  const { node } = from.document
  if (from.major === 3) return entries(child(node, 'operations')).length > 0
  return entries(child(node, 'channels')).some(
    ([, channel]) => operationsV2(context, context.references.target(channel)).length > 0,
  )
}

function readOperationsV3(
  context: ReadContext,
  from: DocumentContext,
  service: string,
): readonly Operation[] {
  return entries(child(from.document.node, 'operations')).flatMap(
    ([name, reference]) => readOperationV3(context, reference, name, from, service) ?? [],
  )
}

function readOperationV3(
  context: ReadContext,
  reference: Node,
  name: string,
  from: DocumentContext,
  service: string,
): Operation | undefined {
  const node = objectTarget(context, reference)
  const channel = node === undefined ? undefined : readChannelOf(context, node, name, from)
  const action = readField(context.problems, node, 'action', ACTION, undefined)
  if (node === undefined || channel === undefined || action === undefined) {
    const message = `The operation ${JSON.stringify(name)} has no action or no channel.`
    const fix = 'Give it "action: send" or "action: receive" and a channel by $ref.'
    context.problems.at(node ?? reference, 'not-asyncapi', message, fix)
    return undefined
  }
  const messages = operationMessages(context, node, channel, from)
  const reply = readReply(context, node, from)
  return { ...describe(context, node, from), name, action, service, channel, messages, reply }
}

function readChannelOf(
  context: ReadContext,
  node: Node,
  key: string,
  from: DocumentContext,
): Channel | undefined {
  const channel = child(node, 'channel')
  return channel === undefined
    ? undefined
    : readChannel(context, originalChannel(context, channel, from), key, from)
}

/** Its own list of messages, all of the channel's where it has none. */
function operationMessages(
  context: ReadContext,
  node: Node,
  channel: Channel,
  from: DocumentContext,
): readonly Message[] {
  const list = child(node, 'messages')
  if (list === undefined) return channel.messages
  const messages = readList(context, list, channel.name, channel.messages, from)
  return sortByName(new Set(messages), (message) => message.id)
}

function readList(
  context: ReadContext,
  list: Node | undefined,
  key: string,
  channelMessages: readonly Message[],
  from: DocumentContext,
): readonly Message[] {
  return items(list).flatMap(
    (item) => originalMessage(item, channelMessages) ?? readMessage(context, item, key, from) ?? [],
  )
}

function readReply(context: ReadContext, node: Node, from: DocumentContext): Operation['reply'] {
  const reply = objectTarget(context, child(node, 'reply'))
  if (reply === undefined) return undefined
  const channel = readChannelOf(context, reply, 'reply', from)
  const address = text(objectTarget(context, child(reply, 'address')), 'location')
  const messages = readList(context, child(reply, 'messages'), 'reply', channel?.messages ?? [], from)
  return { channel, address, messages: messages.length > 0 ? messages : (channel?.messages ?? []) }
}

function readOperationsV2(
  context: ReadContext,
  from: DocumentContext,
  service: string,
): readonly Operation[] {
  return entries(child(from.document.node, 'channels')).flatMap(([address, reference]) => {
    const channel = readChannel(context, reference, address, from)
    if (channel === undefined) return []
    return operationsV2(context, channel.node).map(({ action, node }): Operation => {
      const name = operationKey(node, `${action}-${slug(address)}`)
      const messages = sortByName(
        new Set(readMessagesV2(context, node, address, from)),
        (message) => message.id,
      )
      return { ...describe(context, node, from), name, action, service, channel, messages, reply: undefined }
    })
  })
}

type Described = Pick<
  Operation,
  'title' | 'summary' | 'description' | 'delivery' | 'bindings' | 'security' | 'node'
>

function describe(context: ReadContext, node: Node<JsonObject>, from: DocumentContext): Described {
  const layers = withTraits(context, node, from.major)
  return {
    title: layeredText(layers, 'title'),
    summary: layeredText(layers, 'summary'),
    description: layeredText(layers, 'description'),
    delivery: readDelivery(context.problems, layered(layers, 'x-delivery')),
    bindings: objectTarget(context, layered(layers, 'bindings'))?.value ?? {},
    security: readSecurity(context, layered(layers, 'security')),
    node,
  }
}
