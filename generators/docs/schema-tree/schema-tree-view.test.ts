import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { fieldId } from './field-id.ts'
import { schemaTreeStyle } from './schema-tree-style.ts'
import { schemaTreeView } from './schema-tree-view.ts'
import { treeOf } from './testing/tree-of.ts'
import type { TreeContext } from './tree-context.ts'

const HOSTILE = `<script>alert(1)</script>"' onload=x <img src=x onerror=alert(1)>`

const context: TreeContext = {
  id: 'data',
  href: ({ pointer }) => (pointer === '' ? 'type.html' : undefined),
  prose: (text) => h('p', null, text),
}

async function markup(schema: object | string): Promise<string> {
  return renderToString(schemaTreeView(await treeOf(schema), context))
}

describe('a schema on a page', () => {
  it('folds an enum of 300 and keeps every value', async () => {
    const page = await markup({ enum: Array.from({ length: 300 }, (_, index) => `v${index}`) })
    expect(page).toContain('<summary>288 more values</summary>')
    expect(page.match(/<code>/g)).toHaveLength(300)
  })

  it('shows text of a contract in every place and never obeys it', async () => {
    const page = await markup({
      title: HOSTILE,
      description: HOSTILE,
      type: HOSTILE,
      format: HOSTILE,
      pattern: HOSTILE,
      default: { [HOSTILE]: HOSTILE },
      properties: { [HOSTILE]: { $ref: `#/definitions/${encodeURIComponent('<b onclick=x>')}` } },
      patternProperties: { [HOSTILE]: { enum: [HOSTILE] } },
      required: [HOSTILE, 'other"><b>'],
      oneOf: [{ title: HOSTILE }, { const: HOSTILE }],
      if: { properties: { [HOSTILE]: { const: HOSTILE } } },
      else: { not: { pattern: HOSTILE } },
      definitions: { '<b onclick=x>': { type: 'object', properties: { '\ud800': true } } },
    })
    expect(page).not.toMatch(/<(?:script|img|b )/)
    const tags = page.match(/<[^>]+>/g) ?? []
    expect(tags.filter((tag) => /\son\w+=/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([])
    expect(page).toContain('&lt;script>alert(1)&lt;/script>')
  })

  it('opens two levels, folds those below, and says how much there is', async () => {
    const leaf = { type: 'object', properties: { d: { type: 'string' } } }
    const page = await markup({
      properties: { a: { properties: { b: { properties: { c: leaf } } } } },
    })
    expect(page.match(/<details open>/g)).toHaveLength(1)
    expect(page.match(/<details>/g)).toHaveLength(2)
    expect(page).toContain('<summary>1 property<span class="tree-of"> of a</span></summary>')
  })

  it('links a schema by name, and one inside of itself too', async () => {
    const page = await markup({ title: 'Tree', properties: { left: { $ref: '#' } } })
    expect(page).toContain('<a href="type.html">test/subject 1.0.0</a> (described above)')
  })

  it('styles nothing that it does not print', async () => {
    const page = await markup({
      required: ['a', 'b'],
      properties: {
        a: { type: 'array', items: { enum: [1], maximum: 2 } },
        b: { oneOf: [{ properties: { c: true } }] },
      },
      anyOf: [{ $ref: '#' }, {}],
    })
    const styled = [...schemaTreeStyle.matchAll(/\.(tree(?:-\w+)?)\b/g)].map(([, name]) => name ?? '')
    const unprinted = styled.filter((name) => !page.includes(name))
    expect(new Set(unprinted)).toEqual(new Set(['tree-cut']))
  })

  it('gives every part an id that a link can name', async () => {
    const page = await markup({
      properties: { 'a b': { items: { type: 'object', properties: { 'ü"': true } } } },
    })
    expect(page).toContain(`id="${fieldId('data', 'a b')}"`)
    expect(page).toContain(`id="${fieldId('data', 'a b[]["ü\\""]')}"`)
    expect(fieldId('data', 'a b')).toBe('data:a%20b')
  })
})
