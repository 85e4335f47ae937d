import { expect, it } from 'vitest'
import { printSite } from '../testing/print-site.ts'

const until = { since: '2026-10-01', removal: '2027-01-01', successor: 'Confirmed' }
const order = (more: object): object => ({
  type: 'object',
  properties: { id: { type: 'string' }, number: { type: 'string', ...more } },
})

it('lists events, versions and fields that should not be used, with days and with what to use instead', async () => {
  const payload = (version: string): object => ({ $ref: `../../schemas/orders/placed/${version}.json` })
  const site = await printSite({
    'schemas/orders/placed/1.0.0.json': { ...order({}), deprecated: true },
    'schemas/orders/placed/1.1.0.json': order({ deprecated: true }),
    'asyncapi/shop/orders.json': {
      asyncapi: '3.0.0',
      info: { title: 'Orders', version: '1.0.0' },
      channels: {
        orders: {
          address: 'orders',
          messages: {
            Placed: { 'x-deprecated': until, payload: payload('1.1.0') },
            Confirmed: { payload: { type: 'object' } },
          },
        },
      },
    },
  })
  const page = site.get('deprecations.html') ?? ''
  expect(page).toContain('>2026-10-01</td><td data-label="May be gone from">2027-01-01</td>')
  expect(page).toContain('<a href="systems/shop/events/confirmed.html">Confirmed</a>')
  expect(page).toContain('<code>orders/placed 1.1.0</code></a></td></tr>')
  const [, fields] = page.split('id="fields"')
  expect(fields).toContain('<code>number</code>')
  expect(fields).not.toContain('<code>id</code>')
})

it('says so where nothing is deprecated', async () => {
  const site = await printSite({ 'shop.json': { asyncapi: '3.0.0', info: { title: 'Shop', version: '1' } } })
  expect(site.get('deprecations.html')).toContain('Nothing in these contracts is deprecated.')
})
