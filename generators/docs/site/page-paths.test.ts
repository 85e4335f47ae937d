import { expect, it } from 'vitest'
import { brokenLinks } from '../testing/broken-links.ts'
import { printSite } from '../testing/print-site.ts'

const DEVICES = ['con', 'AUX', 'nul', 'prn', 'com1', 'LPT9']

/** A site whose one system has these events. */
async function siteOf(...names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const messages = Object.fromEntries(
    names.map((name, index) => [`m${index}`, { name, payload: { type: 'object' } }]),
  )
  return printSite({
    'asyncapi.json': {
      asyncapi: '3.0.0',
      info: { title: 'con', version: '1.0.0' },
      channels: { aux: { address: 'aux', messages } },
      operations: { send: { action: 'send', channel: { $ref: '#/channels/aux' } } },
    },
  })
}

const eventPages = (site: ReadonlyMap<string, string>): readonly string[] =>
  [...site.keys()].filter((path) => path.includes('/events/') && path.endsWith('.html'))

it('keeps a page in the folder of the site, whatever a name says', async () => {
  const site = await siteOf(
    '../../etc/passwd',
    '..',
    '/',
    'a/b',
    String.raw`a\b`,
    'a?b#c%d',
    '__proto__',
    '🎉',
    '',
  )
  for (const path of site.keys())
    expect(path).toMatch(/^[\w-]+(?:\/[\w-]+)*(?:\.schema)?\.(?:html|md|json|js|css|txt)$/)
  expect(eventPages(site).length).toBeGreaterThanOrEqual(8)
})

it('gives names that differ in case, in punctuation or in how an accent is written a page each', async () => {
  const site = await siteOf('order.paid', 'Order.Paid', 'ORDER_PAID', 'order-paid', 'caf\u00e9', 'cafe\u0301')
  expect(eventPages(site)).toHaveLength(6)
  const folded = [...site.keys()].map((path) => path.normalize('NFC').toLowerCase())
  expect(new Set(folded).size).toBe(folded.length)
})

it('takes no name that Windows keeps for a device, for no file and no folder', async () => {
  const site = await siteOf(...DEVICES)
  const devices = new Set(DEVICES.map((name) => name.toLowerCase()))
  const parts = [...site.keys()].flatMap((path) => path.split('/'))
  const taken = parts.filter((part) => devices.has(part.split('.')[0]!))
  expect(taken).toEqual([])
  expect(eventPages(site)).toHaveLength(DEVICES.length)
})

it('cuts a name that is longer than file systems take, and tells two of them apart', async () => {
  const site = await siteOf('x'.repeat(300), `${'x'.repeat(300)}y`, 'é'.repeat(300))
  for (const path of site.keys())
    for (const part of path.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255)
  expect(eventPages(site)).toHaveLength(3)
})

it('links to every page, however it is named', async () => {
  const site = await siteOf(...DEVICES, 'a b', 'a%20b', 'שלום', '🎉', '../x', 'x'.repeat(300))
  const pages = [...site].filter(([path]) => path.endsWith('.html'))
  expect(pages.flatMap(([path, page]) => brokenLinks(path, page, site))).toEqual([])
})

it('takes no such name for the bundle of an application either', async () => {
  const document = {
    asyncapi: '2.6.0',
    info: { title: 'Stock', version: '1.0.0' },
    channels: { stock: { publish: { message: { name: 'Stock', payload: { type: 'object' } } } } },
  }
  const site = await printSite({ 'a/con.json': document })
  const bundles = [...site.keys()].filter((path) => path.endsWith('.asyncapi.json'))
  expect(bundles).toEqual([expect.stringMatching(/^systems\/a\/con-[0-9a-f]{8}\.asyncapi\.json$/)])
})
