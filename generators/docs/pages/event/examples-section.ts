import type { Message, Node } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import { jsonBlock } from '../../parts/code-block.ts'

/** Examples of the data, and those of the whole message that are not shown before. */
export function examplesSection(message: Message): JSX.Element | undefined {
  const data = (message.version?.examples ?? []).map((node, index) =>
    fold(`Data, example ${index + 1}`, [node]),
  )
  const wire = message.examples
    .filter((_, index) => index > 0)
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
