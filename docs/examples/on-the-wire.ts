import { connect } from '@concordat/runtime'
import type { OpenTransport, PublisherOptions } from '@concordat/runtime'
import { createOrderServicePublisher } from '../../generated/event-bus/order-service/client.ts'
import { createMiniAuthPublisher } from '../../generated/order-collaboration/mini-auth/client.ts'
import { createOrderServicePublisher as createSourcingPublisher } from '../../generated/order-sourcing/order-service/client.ts'
import { createOrdersServicePublisher } from '../../generated/patterns/orders-service/client.ts'

/** A transport that prints what would go to the broker. */
const openPrinter: OpenTransport = async () => ({
  protocols: ['amqp', 'kafka'],
  declare: async () => {},
  publish: async ({ contentType, headers, body }) => {
    console.log(`content type: ${contentType}`)
    for (const [name, value] of Object.entries(headers)) console.log(`header ${name}: ${value}`)
    console.log(`${JSON.stringify(JSON.parse(new TextDecoder().decode(body)), null, 2)}\n`)
  },
  subscribe: async () => ({ close: async () => {} }),
  close: async () => {},
})

const connection = await connect('printer:', { transports: { printer: openPrinter } })
const fixed: PublisherOptions = { newId: () => 'evt_1', now: () => new Date('2025-01-01T10:00:00Z') }

console.log('--- envelope')
await createOrderServicePublisher(connection, fixed).orderProcessing(
  { order_id: 'ord_1' },
  { tenantid: 'shop_1', correlationid: 'req_1' },
)

console.log('--- flattened')
await createSourcingPublisher(connection, fixed).orderPlaced(
  {
    order_id: 'ord_1',
    customer_id: 'cus_1',
    items: [{ product_id: 'prd_1', quantity: 2, price: 75000 }],
    total_amount: 150000,
    currency: 'UAH',
  },
  { correlationid: 'req_1' },
)

console.log('--- structured')
await createOrdersServicePublisher(connection, fixed).orderCreated({
  order_id: 'ord_1',
  customer_id: 'cus_1',
})

console.log('--- binary')
await createMiniAuthPublisher(connection, fixed).userRegistered({
  username: 'olena',
  email: 'olena@example.com',
  registeredAt: 1735725600000,
  source: 'web',
})
