import { h, type JSX } from 'preact'

/** Strokes on a grid of 16. */
const ICONS = {
  mark: 'M6.2 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6M9.8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L14 14',
  theme: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M8 2v12M8 5.5h4.8M8 8h6M8 10.5h4.8',
  send: 'M2 8h11M9 4l4 4l-4 4',
  receive: 'M14 8H3M7 4L3 8l4 4',
} as const

/** An icon; it always stands beside a text or in a button with a label. Its shape is in {@link iconStyle}. */
export function icon(name: keyof typeof ICONS): JSX.Element {
  return h('i', { class: `icon ${name}` })
}

/** The shapes as masks, once for the whole site, so that they take the colour of the text. */
export const iconStyle: string = [
  '\n.icon { display: inline-block; width: 1em; height: 1em; flex: none; background: currentColor; mask: center / contain no-repeat; vertical-align: -0.125em; }',
  ...Object.entries(ICONS).map(([name, d]) => `.icon.${name} { mask-image: url("${maskOf(d)}"); }`),
  '@media print { .icon { print-color-adjust: exact; } }\n',
].join('\n')

function maskOf(d: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='#000' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'><path d='${d}'/></svg>`
  return `data:image/svg+xml,${svg.replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}`
}
