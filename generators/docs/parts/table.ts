import { type ComponentChildren, h, type JSX } from 'preact'

/** A table; on a narrow screen each row becomes a block in which every cell but the first tells its column. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly ComponentChildren[])[],
): JSX.Element {
  return h(
    'table',
    { class: 'stack' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        columns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((cells) =>
        h(
          'tr',
          null,
          cells.map((cell, index) => h('td', index === 0 ? null : { 'data-label': columns[index] }, cell)),
        ),
      ),
    ),
  )
}
