import type { ContractDocument, Json, JsonObject } from '../../model/catalog.ts'
import { followRef } from '../../model/follow-ref.ts'
import { child, entries, nodeId } from '../../model/node.ts'
import { pointerTokens } from '../../model/pointer.ts'
import type { Position } from '../edit/document-edits.ts'
import { messageKey, messageReference, type NewEvent } from './new-event.ts'
import { pointerTo, refTo } from '../refs.ts'

export interface ChannelDefinition {
  /** Also its address. */
  readonly key: string
  readonly summary?: string
  readonly bindings: Json | undefined
  /** Whether its messages are listed; a shared dead-letter queue takes whatever comes. */
  readonly listsMessages: boolean
  /** Channels to stand behind, the best first. */
  readonly after: readonly string[]
}

/** Defines a channel for the new message in the event's own document; gives its place. */
export function defineChannel(event: NewEvent, definition: ChannelDefinition): Position {
  const { home, edits } = event
  const { key, summary, bindings, listsMessages, after } = definition
  const value = {
    address: key,
    ...(summary === undefined ? {} : { summary }),
    ...(listsMessages ? { messages: { [messageKey(event)]: messageReference(event, home.path) } } : {}),
    ...(bindings === undefined ? {} : { bindings }),
  }
  edits.addMember({ file: home.path, pointer: '/channels' }, key, value, after)
  return { file: home.path, pointer: pointerTo('channels', key) }
}

/** Lets a document know a channel, unless it does; gives the reference by which its operations name the channel. */
export function referToChannel(event: NewEvent, document: ContractDocument, channel: Position): JsonObject {
  const known = entries(child(document.node, 'channels')).find(
    ([, node]) => nodeId(followRef(event.catalog, node)) === nodeId(channel),
  )
  const key = known?.[0] ?? pointerTokens(channel.pointer)?.at(-1) ?? ''
  if (known === undefined && document.path !== channel.file) {
    const at = { file: document.path, pointer: '/channels' }
    event.edits.addMember(at, key, { $ref: refTo(document.path, channel) })
  }
  return { $ref: refTo(document.path, { file: document.path, pointer: pointerTo('channels', key) }) }
}

/** Adds an operation to a document under the first of the names that is free. */
export function addOperation(
  event: NewEvent,
  document: ContractDocument,
  names: readonly string[],
  operation: JsonObject,
): void {
  const taken = child(document.node, 'operations')
  const free = names.find((name) => taken === undefined || child(taken, name) === undefined)
  event.edits.addMember({ file: document.path, pointer: '/operations' }, free ?? names[0] ?? '', operation)
}
