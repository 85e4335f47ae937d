import { connect } from '@concordat/runtime'
import { startFulfilmentServiceConsumer } from '../../generated/event-bus/fulfilment-service/client.ts'
import { createOrderServicePublisher } from '../../generated/event-bus/order-service/client.ts'

// amqp://… or kafka://… connects to a real broker; nothing else changes.
const connection = await connect('memory:shop')

await startFulfilmentServiceConsumer(connection, {
  orderProcessing: ({ data, attributes }) => {
    console.log(`Pick and pack ${data.order_id} for ${attributes.tenantid}`)
  },
})

const orders = createOrderServicePublisher(connection)
await orders.orderProcessing({ order_id: 'ord_1' }, { tenantid: 'shop_1' })

// Ends when the handlers in flight have ended.
await connection.close()
