import type { Json } from '../../model/catalog.ts'
import type { Sides } from '../schemas/compared-schemas.ts'
import type { SideSchema } from '../schemas/schema-sides.ts'

/**
 * What a message without a schema for a part says about it: the consumer takes anything. The publisher sends anything as
 * the payload, and no headers, because it has none to fill in.
 */
export const absentParts: Readonly<Record<'payload' | 'headers', Sides>> = {
  payload: { writer: () => side(true), reader: () => side(true) },
  headers: { writer: () => side({ type: 'object', maxProperties: 0 }), reader: () => side(true) },
}

/** It stands nowhere in the contracts. */
function side(document: Json): SideSchema {
  return { document, placeOf: () => undefined }
}
