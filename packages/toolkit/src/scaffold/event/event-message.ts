import type { JsonObject, Message } from '../../model/catalog.ts'
import type { EnvelopeStyle } from './envelope-style.ts'

/** What a new message is made of. */
export interface EventMessage {
  readonly name: string
  /** Subject without its domain: `order.created`. */
  readonly subject: string
  /** The document that it is defined in. */
  readonly file: string
  /** Path of the version that it carries. */
  readonly schemaPath: string
  readonly envelope: EnvelopeStyle
  /** CloudEvents `source` of its sender. */
  readonly source: string
  /** Field of the data that is the message key; undefined where the broker knows no keys. */
  readonly keyField: string | undefined
  /** The other messages of the system. */
  readonly siblings: readonly Message[]
  /** Data for the example. */
  readonly data: JsonObject
}
