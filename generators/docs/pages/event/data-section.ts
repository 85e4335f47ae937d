import type { JSX } from 'preact'
import { payloadPart } from '../../parts/schema-part.ts'
import { readPayload } from '../../schema-tree/read-payload.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'

/** What the event says, property by property. */
export function dataSection(site: Site, { message }: EventEntry): JSX.Element {
  const place = { page: site.paths.event(message), id: 'data' }
  return payloadPart(site, place, readPayload(site.catalog, message, message.data))
}
