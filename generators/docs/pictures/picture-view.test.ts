import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { fitText } from './fit-text.ts'
import { placeBoxes } from './place-boxes.ts'
import { pictureStyle } from './picture-style.ts'
import { pictureView } from './picture-view.ts'
import type { Box, Picture } from './picture.ts'
import { stack } from './stack.ts'

const HOSTILE = `"><script>alert(1)</script><a href="javascript:x">&'`

function box(id: string, more: Partial<Box> = {}): Box {
  return { id, kind: 'application', label: id, ...more }
}

function picture(columns: Picture['columns'], arrows: Picture['arrows'] = []): Picture {
  return { title: 'Title', columns, arrows }
}

describe('a picture', () => {
  it('says in words what it shows, and its boxes are links', () => {
    const drawn = picture([[box('a', { href: '../a.html' })], [box('b')]], [{ from: 'a', to: 'b' }])
    const svg = renderToString(pictureView(drawn, 'p'))
    expect(svg).toContain('<title id="p-title">Title</title>')
    expect(svg).toContain('aria-labelledby="p-title"')
    expect(svg).toContain('<ul class="steps"><li>a<ul><li>b</li></ul></li></ul>')
    expect(svg.match(/<a /g)).toHaveLength(1)
    expect(svg).toContain('<a href="../a.html"><g class="box application">')
    expect(svg.match(/class="arrow"/g)).toHaveLength(1)
  })

  it('shows text of a contract and never obeys it', () => {
    const hostile = box(HOSTILE, { detail: HOSTILE })
    const drawn = { ...picture([[hostile], [box('b')]]), title: HOSTILE }
    const svg = renderToString(pictureView(drawn, 'p'))
    expect(svg).not.toMatch(/<script|<a /)
    expect(svg).toContain('&lt;script>')
  })

  it('cuts long names in their middle and keeps them whole in the title', () => {
    const name = `${'a'.repeat(60)}.${'z'.repeat(60)}`
    const svg = renderToString(pictureView(picture([[box(name)]]), 'p'))
    expect(svg).toContain(`<title>${name}</title>`)
    expect(svg).toMatch(/<text[^>]*>a{14}…z{14}</)
    expect(fitText('order.created', 20)).toBe('order.created')
    expect(fitText('😀😀😀😀😀', 3)).toBe('😀…😀')
  })

  it('is the same each time', () => {
    const drawn = picture([['a', 'b', 'c'].map((id) => box(id)), [box('d')]], [{ from: 'b', to: 'd' }])
    expect(renderToString(pictureView(drawn, 'p'))).toBe(renderToString(pictureView(drawn, 'p')))
  })

  it('styles no kind of box that it does not have', () => {
    const kinds = ['application', 'event', 'exchange', 'binding', 'queue', 'topic', 'group'] as const
    const others = ['dead-letter', 'nobody', 'more'] as const
    const drawn = [...kinds, ...others].map((kind) => box(kind, { kind, detail: 'x' }))
    const arrows = [{ from: 'event', to: 'queue', isSometimes: true }]
    // From one column, which fits everywhere, to as many as fit nowhere.
    const svg = [1, 3, 6, 12]
      .map((count) => Array.from({ length: count }, (_, at) => (at === 0 ? drawn : [box(`${at}`)])))
      .map((columns) => renderToString(pictureView(picture(columns, arrows), 'p')))
      .join('')
    const styled = [...pictureStyle.matchAll(/ \.([a-z-]+)/g)].map(([, name]) => name ?? '')
    expect(styled.filter((name) => !svg.includes(name))).toEqual([])
  })
})

describe('boxes', () => {
  it('never overlap, and stay inside of the picture', () => {
    const ids = (prefix: string, count: number): readonly Box[] =>
      Array.from({ length: count }, (_, index) =>
        box(`${prefix}${index}`, index % 2 ? {} : { detail: 'more' }),
      )
    const columns = [ids('a', 7), ids('b', 3), ids('c', 9)]
    const arrows = columns.slice(1).flatMap((column, index) =>
      column.flatMap(({ id }, at) => [
        { from: `${'ab'[index]}${at % 3}`, to: id },
        { from: `${'ab'[index]}0`, to: id },
      ]),
    )
    const placed = placeBoxes(picture(columns, arrows))
    const overlaps = placed.boxes.flatMap((one, index) =>
      placed.boxes
        .slice(index + 1)
        .filter(
          (other) => one.x === other.x && one.y < other.y + other.height && other.y < one.y + one.height,
        ),
    )
    expect(overlaps).toEqual([])
    expect(placed.boxes.every(({ x, y }) => x >= 0 && y >= 0)).toBe(true)
    expect(placed.boxes.every(({ x, width }) => x + width <= placed.width)).toBe(true)
    expect(placed.boxes.every(({ y, height }) => y + height <= placed.height)).toBe(true)
    expect(placed.arrows).toHaveLength(arrows.length)
  })

  it('stand where they want to be, and share what is too narrow', () => {
    const wish = (id: string, at: number): Parameters<typeof stack>[0][number] => ({ id, at, height: 10 })
    expect([...stack([wish('a', 5), wish('b', 100)])]).toEqual([
      ['a', 0],
      ['b', 95],
    ])
    expect([...stack([wish('a', 5), wish('b', 5), wish('c', 200)])]).toEqual([
      ['a', -12],
      ['b', 12],
      ['c', 195],
    ])
  })
})
