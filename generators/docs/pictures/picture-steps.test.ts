import { describe, expect, it } from 'vitest'
import { pictureSteps, type Step } from './picture-steps.ts'
import type { Arrow, Picture } from './picture.ts'

/** @param ways `a > b`, or `a ~ b` for what happens only sometimes */
function picture(columns: readonly (readonly string[])[], ...ways: readonly string[]): Picture {
  return {
    title: 'Title',
    columns: columns.map((ids) => ids.map((id) => ({ id, kind: 'application', label: id }))),
    arrows: ways.map((way): Arrow => {
      const [from = '', sign, to = ''] = way.split(' ')
      return { from, to, isSometimes: sign === '~' }
    }),
  }
}

/** Steps as text, those that follow in brackets. */
function text(steps: readonly Step[]): string {
  return steps
    .map(({ boxes, isSometimes, next }) => {
      const names = boxes.map(({ label }) => label).join(', ')
      return `${isSometimes ? '~' : ''}${names}${next.length === 0 ? '' : `(${text(next)})`}`
    })
    .join(' ')
}

describe('the steps of a picture', () => {
  it('go from its start along every arrow', () => {
    const path = picture([['orders'], ['queue', 'log'], ['crm'], ['dead']], 'orders > queue', 'orders > log')
    expect(text(pictureSteps({ ...path, arrows: [...path.arrows, { from: 'queue', to: 'crm' }] }))).toBe(
      'orders(queue(crm) log) dead',
    )
    expect(text(pictureSteps(picture([['a'], ['b']], 'a ~ b')))).toBe('a(~b)')
  })

  it('name together what starts side by side and leads to the same', () => {
    const drawn = picture([['a', 'b', 'c'], ['d'], ['e']], 'a > d', 'b > d', 'c ~ d', 'd > e')
    expect(text(pictureSteps(drawn))).toBe('a, b(d(e)) c(~d)')
  })

  it('follow once what several ways lead to, and end in a circle', () => {
    expect(
      text(
        pictureSteps(picture([['a'], ['b', 'c'], ['d'], ['e']], 'a > b', 'a > c', 'b > d', 'c > d', 'd > e')),
      ),
    ).toBe('a(b(d(e)) c(d))')
    expect(text(pictureSteps(picture([['a'], ['b'], ['c']], 'a > b', 'b > c', 'c > b')))).toBe('a(b(c(b)))')
  })
})
