import { expect, it } from 'vitest'
import { printSite } from '../testing/print-site.ts'

const placed = { $ref: '#/components/messages/OrderPlaced' }
const channels = {
  placed: {
    address: 'order.placed',
    messages: { placed },
    bindings: { amqp: { is: 'routingKey', exchange: { name: 'orders', type: 'topic' } } },
  },
  stock: {
    address: 'stock.orders',
    messages: { placed },
    bindings: {
      amqp: {
        is: 'queue',
        queue: { name: 'stock.orders' },
        'x-bindings': [{ exchange: 'orders', routingKey: 'order.*' }],
      },
    },
  },
}

const document = (title: string, operation: object): object => ({
  asyncapi: '3.0.0',
  info: { title, version: '1.0.0' },
  channels,
  operations: { flow: operation },
  components: { messages: { OrderPlaced: { name: 'OrderPlaced', payload: { type: 'object' } } } },
})

it('names as receivers of an exchange those who take its events from a queue', async () => {
  const site = await printSite({
    'asyncapi/shop/orders.json': document('Orders', {
      action: 'send',
      channel: { $ref: '#/channels/placed' },
    }),
    'asyncapi/shop/stock.json': document('Stock', {
      action: 'receive',
      channel: { $ref: '#/channels/stock' },
    }),
  })
  const page = site.get('systems/shop/channels/order-placed.html')
  expect(page).toContain('<dt>Receivers</dt><dd><ul><li><a href="../applications/stock.html">Stock</a>')
  expect(site.get('systems/shop/channels/stock-orders.html')).toContain('<code>order.*</code>')
})
