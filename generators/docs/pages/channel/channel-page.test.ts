import { expect, it } from 'vitest'
import { printSite } from '../../testing/print-site.ts'

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

/** An application that publishes to an exchange, and one that receives from a queue bound to it. */
const shop = {
  'asyncapi/shop/orders.json': document('Orders', { action: 'send', channel: { $ref: '#/channels/placed' } }),
  'asyncapi/shop/stock.json': document('Stock', { action: 'receive', channel: { $ref: '#/channels/stock' } }),
}

it('names as receivers of an exchange those who take its events from a queue', async () => {
  const site = await printSite(shop)
  const page = site.get('systems/shop/channels/order-placed.html')
  expect(page).toContain('<dt>Receivers</dt><dd><a href="../applications/stock.html">Stock</a>')
  expect(site.get('systems/shop/channels/stock-orders.html')).toContain('<code>order.*</code>')
})

it('names as senders of a queue those who publish what its bindings take, and where a key leads', async () => {
  const site = await printSite(shop)
  const queue = site.get('systems/shop/channels/stock-orders.html')
  expect(queue).toContain('<dt>Senders</dt><dd><a href="../applications/orders.html">Orders</a>')
  expect(site.get('systems/shop/events/order-placed.html')).toContain(
    'Published to <code>orders</code> with the key <code>order.placed</code>.',
  )
  const exchange = site.get('systems/shop/channels/order-placed.html')
  expect(exchange).toContain('<dt>Routing key</dt><dd><code>order.placed</code>')
  expect(exchange).toContain('queue <a href="stock-orders.html"><code>stock.orders</code></a>')
})

it('names the queues whose dead letters a queue takes', async () => {
  const dead = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'stock.dead' }
  const queue = (name: string, more: object): object => ({
    address: name,
    messages: name === 'stock' ? { Placed: { payload: { type: 'object' } } } : {},
    bindings: { amqp: { is: 'queue', queue: { name, ...more } } },
  })
  const site = await printSite({
    'shop.json': {
      asyncapi: '3.0.0',
      info: { title: 'Shop', version: '1.0.0' },
      channels: { stock: queue('stock', { 'x-arguments': dead }), dead: queue('stock.dead', {}) },
      operations: { receive: { action: 'receive', channel: { $ref: '#/channels/stock' } } },
    },
  })
  expect(site.get('systems/main/events/placed.html')).toContain(
    '<td data-label="Dead letters"><a href="../channels/stock-dead.html"><code>stock.dead</code></a></td>',
  )
  expect(site.get('systems/main/channels/stock-dead.html')).toContain(
    '<ul><li><a href="stock.html"><code>stock</code></a></li></ul>',
  )
})

it('says of a topic what the contract states, and no more', async () => {
  const topic = (binding: object): object => ({ address: 'x', messages: {}, bindings: { kafka: binding } })
  const settings = { 'cleanup.policy': ['compact', 'delete'], 'retention.ms': 3_600_000 }
  const site = await printSite({
    'shop.json': {
      asyncapi: '3.0.0',
      info: { title: 'Shop', version: '1.0.0' },
      channels: {
        bare: { ...topic({}), address: 'bare' },
        full: { ...topic({ partitions: 1, topicConfiguration: settings }), address: 'full' },
      },
    },
  })
  const bare = site.get('systems/main/channels/bare.html')
  expect(bare).toContain('<dt>Partitions</dt><dd>not stated</dd>')
  const full = site.get('systems/main/channels/full.html')
  expect(full).toContain('<dt>Partitions</dt><dd>1</dd>')
  expect(full).toContain('<dt>Records kept</dt><dd>the last of each key, for 1 h</dd>')
})

it('is one page for what several documents of a system define each for itself', async () => {
  const flow = (action: string, name: 'placed' | 'stock'): object => ({
    action,
    channel: { $ref: `#/channels/${name}` },
  })
  const site = await printSite({
    'asyncapi/shop/orders.json': document('Orders', flow('send', 'placed')),
    'asyncapi/shop/stock.json': document('Stock', flow('receive', 'stock')),
  })
  expect([...site.keys()].filter((path) => path.startsWith('systems/shop/channels/'))).toEqual([
    'systems/shop/channels/order-placed.html',
    'systems/shop/channels/stock-orders.html',
  ])
  const queue = site.get('systems/shop/channels/stock-orders.html')
  expect(queue).toContain('<dt>Receivers</dt><dd><a href="../applications/stock.html">Stock</a>')
  expect(site.get('index.html')).toContain('2 channels')
  const search = site.get('search-index.js') ?? ''
  expect(search.match(/"name":"stock.orders"/g)).toHaveLength(1)
})
