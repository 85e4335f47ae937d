import { h, type JSX } from 'preact'

/** Strokes on a grid of 16; an icon always stands beside a text or in a button with a label. */
const ICONS = {
  mark: 'M6.2 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6M9.8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L14 14',
  theme: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M8 2v12M8 5.5h4.8M8 8h6M8 10.5h4.8',
  send: 'M2 8h11M9 4l4 4l-4 4',
  receive: 'M14 8H3M7 4L3 8l4 4',
} as const

export function icon(name: keyof typeof ICONS): JSX.Element {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    h('path', { d: ICONS[name] }),
  )
}
