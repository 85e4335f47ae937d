import { connect } from '@concordat/runtime'
import { startFulfilmentServiceConsumer } from '../../generated/event-bus/fulfilment-service/client.ts'
import { createOrderServicePublisher } from '../../generated/event-bus/order-service/client.ts'

const connection = await connect('memory:dead-letters')

// #region consumer
const deadLettered = Promise.withResolvers<void>()
await startFulfilmentServiceConsumer(
  connection,
  {
    orderProcessing: () => {
      throw new Error('The printer is out of paper')
    },
  },
  {
    // Replaces parts of x-delivery; here to have short waits.
    delivery: { delay: 10, maxDelay: 40 },
    onFailure: ({ messageName, attempt, error, action }) => {
      console.log(`${messageName}, attempt ${attempt}: ${String(error)}, next: ${action}`)
      if (action === 'dead-letter') deadLettered.resolve()
    },
  },
)
// #endregion consumer

await createOrderServicePublisher(connection).orderProcessing({ order_id: 'ord_1' }, { tenantid: 'shop_1' })
await deadLettered.promise
await connection.close()
