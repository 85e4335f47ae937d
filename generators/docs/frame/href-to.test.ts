import { expect, it } from 'vitest'
import { hrefTo } from './href-to.ts'

it.each([
  ['index.html', 'fields.html', 'fields.html'],
  ['index.html', 'systems/shop/index.html', 'systems/shop/index.html'],
  ['systems/shop/index.html', 'index.html', '../../index.html'],
  ['systems/shop/events/a.html', 'systems/shop/events/b.html#wire', 'b.html#wire'],
  ['systems/shop/events/a.html', 'systems/shop/channels/b.html', '../channels/b.html'],
  ['systems/shop/events/a.html', 'systems/bank/events/a.html', '../../bank/events/a.html'],
  ['index.html', 'systems/größe/index.html', 'systems/gr%C3%B6%C3%9Fe/index.html'],
])('leads from %s to %s', (page, target, href) => {
  expect(hrefTo(page, target)).toBe(href)
})
