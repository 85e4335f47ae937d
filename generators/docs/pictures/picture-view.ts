import { type ComponentChild, h, type JSX } from 'preact'
import { fitText } from './fit-text.ts'
import { pictureSteps } from './picture-steps.ts'
import { MOST_CHARACTERS, type PlacedBox, placeBoxes } from './place-boxes.ts'
import type { Picture } from './picture.ts'
import { stepsView } from './steps-view.ts'

/** Details are set smaller than names. */
const MOST_DETAIL = Math.floor(MOST_CHARACTERS * 1.15)

/**
 * A picture as SVG, and its steps in words for those who do not see it and for screens on which its type would be too small.
 * Its boxes are links, and its style is `pictureStyle`.
 *
 * ```ts
 * pictureView(eventPicture(event, links), 'around')
 * ```
 *
 * @param id unique on the page
 */
export function pictureView(picture: Picture, id: string): JSX.Element {
  const { width, height, boxes, arrows } = placeBoxes(picture)
  const size = sizeOf(width)
  // What may scroll must be reachable by keyboard.
  const scrolls = size === 'huge' ? { tabIndex: 0, role: 'region', 'aria-label': picture.title } : null
  return h(
    'div',
    { class: `picture ${size}`, ...scrolls },
    h(
      'svg',
      {
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'group',
        'aria-labelledby': `${id}-title`,
      },
      h('title', { id: `${id}-title` }, picture.title),
      arrows.map(({ arrow, from, to }) =>
        h('path', {
          class: arrow.isSometimes === true ? 'arrow sometimes' : 'arrow',
          d: arrowPath(from, to),
        }),
      ),
      boxes.map(boxView),
    ),
    stepsView(pictureSteps(picture), 'steps'),
  )
}

/** Where `pictureStyle` shows it: everywhere, not on phones, not on tablets either; a huge one scrolls. */
function sizeOf(width: number): 'small' | 'medium' | 'large' | 'huge' {
  if (width <= 320) return 'small'
  if (width <= 720) return 'medium'
  return width <= 1160 ? 'large' : 'huge'
}

function boxView({ box, x, y, width, height }: PlacedBox): ComponentChild {
  const { kind, detail, href } = box
  const isSmall = height < 30
  const shown = isSmall ? undefined : detail
  const label = fitText(box.label, MOST_CHARACTERS)
  const line = shown === undefined ? undefined : fitText(shown, MOST_DETAIL)
  const isCut = label !== box.label || line !== shown
  const group = h(
    'g',
    { class: `box ${kind}` },
    isCut && h('title', null, shown === undefined ? box.label : `${box.label}, ${shown}`),
    h('rect', { x, y, width, height }),
    h('text', { x: x + 12, y: y + (line === undefined ? height / 2 + 4 : 19) }, label),
    line !== undefined && h('text', { class: 'detail', x: x + 12, y: y + 36 }, line),
  )
  return href === undefined ? group : h('a', { href }, group)
}

/** From the right side of one box to the left side of the other, with a head at the end. */
function arrowPath(from: PlacedBox, to: PlacedBox): string {
  const [x1, y1] = [from.x + from.width, round(from.y + from.height / 2)]
  const isBack = to.x <= from.x
  const [x2, y2] = [isBack ? to.x + to.width : to.x, round(to.y + to.height / 2)]
  const bend = isBack ? 40 : Math.max(16, (x2 - x1) / 2)
  const end = isBack ? 1 : -1
  return (
    `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 + end * bend} ${y2} ${x2 + end} ${y2}` +
    `m${end * 6} -4l${-end * 6} 4l${end * 6} 4`
  )
}

function round(value: number): number {
  return Math.round(value * 2) / 2
}
