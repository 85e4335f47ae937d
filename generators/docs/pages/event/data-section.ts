import { h, type JSX } from 'preact'
import { hasJsonSchema } from '../../programs/has-json-schema.ts'
import { codeBlock } from '../../parts/code-block.ts'
import { schemaView } from '../../parts/schema-view.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import type { Site } from '../../site/site.ts'

/** What the event says, property by property; a schema in another language is shown as it is written. */
export function dataSection(site: Site, { message }: EventEntry): JSX.Element {
  const { data, payload, schemaFormat } = message
  if (payload === undefined) return h('p', { class: 'none' }, 'The contract states no schema.')
  if (hasJsonSchema(message))
    return data === undefined
      ? h('p', { class: 'none' }, 'The contract states no schema of the data.')
      : schemaView(site.catalog, data)
  const text = typeof payload.value === 'string' ? payload.value : JSON.stringify(payload.value, null, 2)
  return codeBlock(text, ['Written in ', h('code', null, schemaFormat)], 'Schema')
}
