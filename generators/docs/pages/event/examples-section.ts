import type { Catalog, Node } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import { jsonBlock } from '../../parts/code-block.ts'
import type { EventEntry } from '../../site/event-entry.ts'
import { wireMessage } from './wire-message.ts'

/** Examples of the data and of the whole message, but for the one that is shown as the message on the wire. */
export function examplesSection(catalog: Catalog, entry: EventEntry): JSX.Element | undefined {
  const { message } = entry
  const shown = wireMessage(catalog, entry)?.shows
  const data = (message.version?.examples ?? [])
    .filter((node) => node !== shown)
    .map((node, index, { length }) =>
      fold(length === 1 ? 'Example of the data' : `Example ${index + 1} of the data`, [node]),
    )
  const wire = message.examples
    .filter(({ payload }) => payload === undefined || payload !== shown)
    .map(({ name, summary, headers, payload }) =>
      fold(`On the wire: ${summary ?? name ?? 'example'}`, [headers, payload]),
    )
  const all = [...data, ...wire]
  return all.length === 0 ? undefined : h('div', null, all)
}

function fold(title: string, parts: readonly (Node | undefined)[]): JSX.Element {
  return h(
    'details',
    { class: 'fold' },
    h('summary', null, title),
    parts.map((part) => (part === undefined ? null : jsonBlock(part.value, null, title))),
  )
}
