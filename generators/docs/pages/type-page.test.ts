import { describe, expect, it } from 'vitest'
import { brokenLinks, repeatedIds } from '../testing/broken-links.ts'
import { printSite } from '../testing/print-site.ts'

const SCHEMAS = {
  Money: {
    type: 'object',
    description: 'An amount. In whole cents.',
    properties: { cents: { type: 'integer' } },
    examples: [{ cents: 250 }],
  },
  Line: { type: 'object', properties: { price: { $ref: '#/components/schemas/Money' } } },
  Order: {
    type: 'object',
    properties: { lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } } },
  },
  Refund: { type: 'object', properties: { amount: { $ref: '#/components/schemas/Money' } } },
  Unused: { type: 'object' },
}

const payload = (name: string): object => ({ name, payload: { $ref: `#/components/schemas/${name}` } })

/** The same contract in both major versions, without any extension and without versions in names of files. */
const CONTRACTS = {
  '2.6.0': {
    asyncapi: '2.6.0',
    info: { title: 'Shop', version: '1.0.0' },
    channels: {
      orders: { publish: { message: payload('Order') } },
      refunds: { publish: { message: payload('Refund') } },
    },
    components: { schemas: SCHEMAS },
  },
  '3.0.0': {
    asyncapi: '3.0.0',
    info: { title: 'Shop', version: '1.0.0' },
    channels: {
      orders: { messages: { order: payload('Order') } },
      refunds: { messages: { refund: payload('Refund') } },
    },
    operations: {
      order: { action: 'send', channel: { $ref: '#/channels/orders' } },
      refund: { action: 'send', channel: { $ref: '#/channels/refunds' } },
    },
    components: { schemas: SCHEMAS },
  },
}

const textOf = (page = ''): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const pagesOf = (site: ReadonlyMap<string, string>): readonly string[] =>
  [...site.keys()].filter((path) => path.startsWith('types/'))

describe.each(Object.entries(CONTRACTS))("a stranger's types in AsyncAPI %s", (_, contract) => {
  const printed = printSite({ 'shop.json': contract })

  it('have a page each where several things share them', async () => {
    expect(pagesOf(await printed)).toEqual(['types/line.html', 'types/money.html'])
  })

  it('are linked by name wherever a schema refers to them', async () => {
    const site = await printed
    expect(site.get('systems/main/events/refund.html')).toContain(
      '<a href="../../../types/money.html">Money</a>',
    )
    expect(site.get('systems/main/events/order.html')).toContain(
      '<a href="../../../types/line.html">Line</a>',
    )
    expect(site.get('types/line.html')).toContain('<a href="money.html">Money</a>')
  })

  it('say what they are, what they are part of, and where they are written', async () => {
    const text = textOf((await printed).get('types/money.html'))
    expect(text).toContain('Money Shared type An amount. In whole cents.')
    expect(text).toContain('Part of events Order Refund')
    expect(text).toContain('Part of types Line Order Refund')
    expect(text).toContain('cents integer')
    expect(text).toContain('{ "cents": 250 }')
    expect(text).toContain('Contract shop.json:1')
  })

  it('are listed and found, but for what no message has', async () => {
    const site = await printed
    const list = textOf(site.get('types.html'))
    expect(list).toContain('Money An amount. shop.json:1 · part of 2 events and 3 other types')
    expect(list).not.toContain('Unused')
    expect(site.get('index.html')).toContain('<a href="types.html">4</a>')
    expect(site.get('search-index.js')).toContain('"kind":"type","name":"Money","path":"types/money.html"')
  })

  it('are shown by the event where they are the message of that alone', async () => {
    const site = await printed
    expect(site.get('types.html')).toContain('<a href="systems/main/events/order.html">Order</a>')
  })

  it('break no link and repeat no id', async () => {
    const site = await printed
    const pages = [...site].filter(([path]) => path.endsWith('.html'))
    expect(pages.flatMap(([path, page]) => brokenLinks(path, page, site))).toEqual([])
    expect(pages.flatMap(([path, page]) => repeatedIds(page).map((id) => `${path}#${id}`))).toEqual([])
  })
})

it('keeps types of one name in two documents apart', async () => {
  const site = await printSite({ 'a.json': CONTRACTS['3.0.0'], 'b/b.json': CONTRACTS['2.6.0'] })
  expect(pagesOf(site).filter((path) => path.includes('money'))).toEqual([
    'types/money.html',
    'types/money-2.html',
  ])
  expect(textOf(site.get('types/money.html'))).toContain('Contract a.json:1')
  expect(textOf(site.get('types/money-2.html'))).toContain('Contract b/b.json:1')
})

it('ends at a type inside of itself', async () => {
  const tree = { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' } } }
  const contract = {
    ...CONTRACTS['3.0.0'],
    components: {
      schemas: {
        ...SCHEMAS,
        Order: { properties: { tree: { $ref: '#/components/schemas/Tree' } } },
        Tree: tree,
      },
    },
  }
  const site = await printSite({ 'shop.json': contract })
  expect(textOf(site.get('types/tree.html'))).toContain('left Tree (described above)')
})

it('leaves to a version of a subject what stands in it', async () => {
  const version = {
    type: 'object',
    properties: { total: { $ref: '#/definitions/Money' } },
    definitions: { Money: SCHEMAS.Money },
  }
  const site = await printSite({
    'shop.json': {
      ...CONTRACTS['3.0.0'],
      components: { schemas: { ...SCHEMAS, Order: { $ref: 'schemas/shop/order/1.0.0.json' } } },
    },
    'schemas/shop/order/1.0.0.json': version,
  })
  expect(pagesOf(site)).not.toContain('types/money-2.html')
})
