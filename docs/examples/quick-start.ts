import { connect } from '@concordat/runtime'
import { startFulfilmentServiceConsumer } from '../../generated/event-bus/fulfilment-service/client.ts'
import { createOrderServicePublisher } from '../../generated/event-bus/order-service/client.ts'

// A URL like amqp://localhost connects to a RabbitMQ instead; nothing else changes.
const connection = await connect('memory:shop')
const packed = Promise.withResolvers<void>()

await startFulfilmentServiceConsumer(connection, {
  orderProcessing: ({ data, attributes }) => {
    console.log(`Pick and pack ${data.order_id} for ${attributes.tenantid}`)
    packed.resolve()
  },
})

const orders = createOrderServicePublisher(connection)
await orders.orderProcessing({ order_id: 'ord_1' }, { tenantid: 'shop_1' })

await packed.promise
await connection.close()
