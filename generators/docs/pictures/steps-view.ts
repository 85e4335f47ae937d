import { type ComponentChildren, h, type JSX } from 'preact'
import type { Box } from './picture.ts'
import type { Step } from './picture-steps.ts'

/** Steps as a list in lists: `pictureStyle` shows it where the picture would not fit, and to those who hear the page. */
export function stepsView(steps: readonly Step[], name?: string): JSX.Element {
  return h(
    'ul',
    name === undefined ? null : { class: name },
    steps.map(({ boxes, isSometimes, next }) =>
      h(
        'li',
        isSometimes ? { class: 'sometimes' } : null,
        boxes.map((box, index) => [index > 0 && ', ', ...words(box)]),
        next.length > 0 && stepsView(next),
      ),
    ),
  )
}

function words({ label, detail }: Box): readonly ComponentChildren[] {
  return detail === undefined ? [label] : [label, ' ', h('small', null, detail)]
}
