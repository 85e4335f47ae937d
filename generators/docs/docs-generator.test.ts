import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { docsGenerator } from './docs-generator.ts'

const HOSTILE = `<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) & " '`

const CONTRACT = {
  asyncapi: '3.0.0',
  info: { title: 'Orders', version: '1.0.0', description: `First sentence. ${HOSTILE}` },
  channels: {
    'order/created': {
      address: 'order/created',
      description: HOSTILE,
      messages: {
        orderCreated: {
          name: 'OrderCreated',
          title: `Order created ${HOSTILE}`,
          description: HOSTILE,
          payload: { $ref: '#/components/schemas/Node' },
          examples: [{ payload: { name: HOSTILE, constructor: 'x' } }],
        },
      },
    },
    ORDER_created: { address: 'ORDER created', messages: {} },
  },
  operations: { send: { action: 'send', channel: { $ref: '#/channels/order~1created' } } },
  components: {
    schemas: {
      Node: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: ['string', 'null'], description: HOSTILE },
          constructor: { type: 'string', format: 'uuid' },
          child: { $ref: '#/components/schemas/Node' },
          list: { type: 'array', items: { type: 'object', properties: { deep: { enum: ['<a>', 2] } } } },
        },
      },
    },
  },
}

let pages: ReadonlyMap<string, string>

beforeAll(async () => {
  const catalog = await loadCatalog(memorySource({ 'orders.json': JSON.stringify(CONTRACT) }))
  const files = await Promise.all(docsGenerator.plan(catalog, {}).map((unit) => unit.render()))
  pages = new Map(files.flat().map(({ path, content }) => [path, content]))
})

const html = (): [string, string][] => [...pages].filter(([path]) => path.endsWith('.html'))

describe('docs generator', () => {
  it('says so where a channel has no messages', () => {
    expect(pages.get('main/channels/order-created.html')).toContain('names no messages of this channel')
    expect(pages.get('main/channels/order-created-2.html')).not.toContain('names no messages of this channel')
  })

  it('prints an overview, a system, a page a channel and a page an event', () => {
    expect([...pages.keys()].toSorted()).toEqual([
      'index.html',
      'main/channels/order-created-2.html',
      'main/channels/order-created.html',
      'main/events/order-created.html',
      'main/index.html',
      'style.css',
    ])
  })

  it('shows what a contract says and never obeys it', () => {
    for (const [, page] of html()) {
      expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>|href="javascript:/)
      expect(page).toContain("default-src 'none'; style-src 'self'")
    }
    expect(pages.get('main/events/order-created.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('links only to pages that exist', () => {
    for (const [path, page] of html()) {
      for (const [, href] of page.matchAll(/href="([^"]+)"/g)) {
        if (href === 'data:,') continue
        const target = new URL(href!, `file:///${path}`).pathname.slice(1)
        expect(pages.has(decodeURI(target)), `${path} links to ${href}`).toBe(true)
      }
    }
  })

  it('shows nested, recursive and oddly named properties', () => {
    const page = pages.get('main/events/order-created.html')!
    for (const text of [
      '<code>name</code>',
      'string | null',
      '<code>constructor</code>',
      'string (uuid)',
      '<code>list[].deep</code>',
      '&quot;&lt;a&gt;&quot; | 2',
    ]) {
      expect(page).toContain(text)
    }
    expect(page).not.toContain('child.child')
  })
})

it('shows a part of a schema that grows with each level, and says so', async () => {
  const properties = (next: string): object =>
    Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [name, { $ref: `#/components/schemas/${next}` }]),
    )
  const schemas = Object.fromEntries(
    Array.from({ length: 12 }, (_, level) => [
      `L${level}`,
      { type: 'object', properties: properties(`L${level + 1}`) },
    ]),
  )
  const contract = {
    asyncapi: '3.0.0',
    info: { title: 'Wide', version: '1.0.0' },
    channels: {
      wide: { address: 'wide', messages: { wide: { payload: { $ref: '#/components/schemas/L0' } } } },
    },
    operations: { send: { action: 'send', channel: { $ref: '#/channels/wide' } } },
    components: { schemas: { ...schemas, L12: { type: 'string' } } },
  }
  const catalog = await loadCatalog(memorySource({ 'wide.json': JSON.stringify(contract) }))
  const unit = docsGenerator.plan(catalog, {}).find(({ paths }) => paths.includes('main/events/wide.html'))
  const [file] = (await unit?.render()) ?? []
  expect(file?.content).toContain('Only the first 400 properties are shown.')
})
