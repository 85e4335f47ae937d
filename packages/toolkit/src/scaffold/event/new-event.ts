import type { AmqpExchange, Catalog, ContractDocument, JsonObject, System } from '../../model/catalog.ts'
import type { DocumentEdits } from '../edit/document-edits.ts'
import { camelCase } from '../names.ts'
import { pointerTo, refTo } from '../refs.ts'

/** A new event and the system that it comes to; what its channels and operations are made from. */
export interface NewEvent {
  readonly catalog: Catalog
  readonly system: System
  readonly edits: DocumentEdits
  /** The document that the message and its channels are defined in. */
  readonly home: ContractDocument
  readonly domain: string
  /** Subject without its domain. */
  readonly subject: string
  /** Name of the message. */
  readonly name: string
  /** Routing key or topic, also the key of the channel. */
  readonly address: string
  /** Exchange that it is published to; undefined where the system is not on RabbitMQ. */
  readonly exchange: AmqpExchange | undefined
  readonly usesKafka: boolean
}

/** Key of the new message among the messages of a channel. */
export function messageKey({ name }: NewEvent): string {
  return camelCase(name)
}

/** A reference to the new message from a file. */
export function messageReference({ home, name }: NewEvent, from: string): JsonObject {
  return { $ref: refTo(from, { file: home.path, pointer: pointerTo('components', 'messages', name) }) }
}
