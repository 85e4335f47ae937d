import { expect, it } from 'vitest'
import { printSite } from '../../testing/print-site.ts'

it('names the envelope that stands around the data', async () => {
  const site = await printSite({
    'schemas/envelopes/event/1.0.0.json': {
      'x-concordat-envelope': { id: '/id', data: '/data' },
      type: 'object',
      properties: { id: { type: 'string' }, data: { type: 'object' } },
    },
    'asyncapi/shop/orders.json': {
      asyncapi: '3.0.0',
      info: { title: 'Orders', version: '1.0.0' },
      channels: {
        orders: {
          address: 'orders',
          messages: {
            Placed: {
              payload: {
                allOf: [
                  { $ref: '../../schemas/envelopes/event/1.0.0.json' },
                  { type: 'object', properties: { data: { type: 'object' } } },
                ],
              },
            },
            Bare: { payload: { type: 'object' } },
          },
        },
      },
    },
  })
  expect(site.get('systems/shop/events/placed.html')).toContain(
    '<dt>Envelope</dt><dd><a href="../../../schemas/envelopes/event/1.0.0.html"><code>envelopes/event 1.0.0</code></a>',
  )
  expect(site.get('systems/shop/events/bare.html')).not.toContain('<dt>Envelope</dt>')
})
