import { beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './frame/content-security-policy.ts'
import { hostileContract } from './testing/hostile-contract.ts'
import { brokenLinks, repeatedIds } from './testing/broken-links.ts'
import { printSite } from './testing/print-site.ts'

let site: ReadonlyMap<string, string>

beforeAll(async () => {
  site = await printSite({ 'orders.json': hostileContract })
})

const pages = (): [string, string][] => [...site].filter(([path]) => path.endsWith('.html'))

describe('docs generator', () => {
  it('prints a page for each thing that the contracts name, at a path made of its name', () => {
    expect([...site.keys()].toSorted()).toEqual([
      'deprecations.html',
      'events.html',
      'fields.html',
      'index.html',
      'llms.txt',
      'search-index.js',
      'search.js',
      'site.js',
      'style.css',
      'systems/main/applications/orders.html',
      'systems/main/asyncapi.json',
      'systems/main/brokers.html',
      'systems/main/channels/order-created-2.html',
      'systems/main/channels/order-created.html',
      'systems/main/events/order-created.html',
      'systems/main/events/order-created.md',
      'systems/main/events/order-created.schema.json',
      'systems/main/index.html',
      'types.html',
      'xregistry.json',
    ])
  })

  it('shows what a contract says and never obeys it', () => {
    for (const [, page] of pages()) {
      expect(page.match(/<script/g)).toHaveLength(1)
      expect(page).not.toMatch(/<img|<[^>]* on\w+=[^>]*>|href="javascript:/)
      expect(page).toContain(contentSecurityPolicy)
    }
    expect(site.get('systems/main/events/order-created.html')).toContain('&lt;script>alert(1)&lt;/script>')
  })

  it('links only to files that exist, and to ids that the page has', () => {
    expect(pages().flatMap(([path, page]) => brokenLinks(path, page, site))).toEqual([])
  })

  it('gives each id of a page once', () => {
    expect(pages().flatMap(([path, page]) => repeatedIds(page).map((id) => `${path}#${id}`))).toEqual([])
  })

  it('says so where a channel has no messages', () => {
    expect(site.get('systems/main/channels/order-created.html')).toContain(
      'names no messages of this channel',
    )
    expect(site.get('systems/main/channels/order-created-2.html')).not.toContain(
      'names no messages of this channel',
    )
  })

  it('prints the same to the byte on every run', async () => {
    expect(await printSite({ 'orders.json': hostileContract })).toEqual(site)
  })

  it('prints whole pages where the contracts name nothing yet', async () => {
    const empty = await printSite({
      'asyncapi.json': {
        asyncapi: '3.0.0',
        info: { title: 'Empty', version: '1.0.0' },
        channels: {},
        operations: {},
      },
    })
    const printed = [...empty].filter(([path]) => path.endsWith('.html'))
    expect(printed.map(([path]) => path)).toContain('systems/main/index.html')
    expect(printed.flatMap(([path, page]) => brokenLinks(path, page, empty))).toEqual([])
    expect(empty.get('systems/main/index.html')).toContain('The contracts name no applications.')
    expect(empty.get('search-index.js')).toMatch(/^searchDocuments=\[.*\]\n$/)
  })
})
