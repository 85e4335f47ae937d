import { checkContracts } from '@concordat/toolkit/gate'
import { type Catalog, DEFAULT_CONFIG, loadCatalog, memorySource } from '@concordat/toolkit/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDocsGenerator } from '../docs-generator.ts'
import { brokenLinks } from '../testing/broken-links.ts'

const DOCUMENT = {
  asyncapi: '3.0.0',
  info: { title: 'Orders', version: '1.0.0' },
  channels: {
    'order.placed': {
      address: 'order.placed',
      messages: {
        placed: { name: 'OrderPlaced', payload: { $ref: '../../schemas/orders/order.placed/1.1.0.json' } },
      },
    },
  },
  operations: { send: { action: 'send', channel: { $ref: '#/channels/order.placed' } } },
}

const schema = (required: readonly string[]): object => ({
  type: 'object',
  required,
  properties: { order_id: { type: 'string' }, currency: { type: 'string' } },
})

const BASE = {
  'asyncapi/shop/orders.json': JSON.stringify(DOCUMENT).replace('1.1.0', '1.0.0'),
  'schemas/orders/order.placed/1.0.0.json': JSON.stringify(schema(['order_id'])),
}
const HEAD = {
  ...BASE,
  'asyncapi/shop/orders.json': JSON.stringify(DOCUMENT),
  'schemas/orders/order.placed/1.1.0.json': JSON.stringify(schema(['order_id', 'currency'])),
}

let site: ReadonlyMap<string, string>

beforeAll(async () => {
  const load = (files: Readonly<Record<string, string>>): Promise<Catalog> => loadCatalog(memorySource(files))
  const [head, base] = [await load(HEAD), await load(BASE)]
  const config = DEFAULT_CONFIG.compatibility
  const proposal = checkContracts({
    head: { catalog: head, config },
    base: { catalog: base, config },
    lint: [],
    exceptions: [],
    today: '2026-11-28',
  })
  const units = await createDocsGenerator({ proposal }).plan(head, {})
  const files = await Promise.all(units.map((unit) => unit.render()))
  site = new Map(files.flat().map(({ path, content }) => [path, content]))
})

describe('a site against a base', () => {
  it('lists what the proposal changes, whom it hits and the message that proves it', () => {
    const page = site.get('changes.html')
    expect(page).toContain('orders/order.placed 1.0.0 → 1.1.0')
    expect(page).toContain('property-became-required')
    expect(page).toContain('shop/orders')
    expect(page).toContain('The message that proves it')
  })

  it('marks the event and the schema that it changes', () => {
    for (const path of ['systems/shop/events/order-placed.html', 'schemas/orders/order-placed/index.html'])
      expect(site.get(path)).toContain('Changed by this proposal')
  })

  it('links to it from every page, and links nowhere else', () => {
    expect(site.get('systems/shop/index.html')).toContain('href="../../changes.html"')
    expect(
      [...site].flatMap(([path, page]) => (path.endsWith('.html') ? brokenLinks(path, page, site) : [])),
    ).toEqual([])
  })
})
