import { type ComponentChildren, h, type JSX } from 'preact'

export type Fact = readonly [label: ComponentChildren, value: ComponentChildren]

/** The answers that a reader came for, as a grid of tiles. Facts without a value are left out. */
export function facts(list: readonly (Fact | undefined)[]): JSX.Element {
  return h(
    'dl',
    { class: 'facts' },
    stated(list).map(([label, value]) => h('div', null, h('dt', null, label), h('dd', null, value))),
  )
}

/** Settings and properties, a line each. */
export function details(list: readonly (Fact | undefined)[]): JSX.Element | undefined {
  const rows = stated(list)
  if (rows.length === 0) return undefined
  return h(
    'dl',
    { class: 'details' },
    rows.flatMap(([label, value]) => [h('dt', null, label), h('dd', null, value)]),
  )
}

/** A list in a cell, one a line; says so where it is empty. */
export function lines(items: readonly ComponentChildren[], none: string): ComponentChildren {
  if (items.length === 0) return h('span', { class: 'none' }, none)
  if (items.length === 1) return items
  return h(
    'ul',
    null,
    items.map((item) => h('li', null, item)),
  )
}

function stated(list: readonly (Fact | undefined)[]): readonly Fact[] {
  return list.filter((fact): fact is Fact => {
    const value = fact?.[1]
    return value !== undefined && value !== null && value !== ''
  })
}
