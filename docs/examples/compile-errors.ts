import type { Connection } from '@concordat/runtime'
import { startFulfilmentServiceConsumer } from '../../generated/event-bus/fulfilment-service/client.ts'
import { createOrderServicePublisher } from '../../generated/event-bus/order-service/client.ts'

/** Nothing in it compiles without the comments, which the compiler checks too. */
export async function misuse(connection: Connection): Promise<void> {
  // #region errors
  const orders = createOrderServicePublisher(connection)
  // @ts-expect-error -- the envelope requires tenantid
  await orders.orderProcessing({ order_id: 'ord_1' }, {})
  // @ts-expect-error -- the schema has no such property
  await orders.orderProcessing({ order_id: 'ord_1', orderNumber: 'ORD-1' }, { tenantid: 'shop_1' })
  // @ts-expect-error -- the application does not send this event
  await orders.customerCreated({ customer_id: 'cus_1' }, { tenantid: 'shop_1' })
  // @ts-expect-error -- orderProcessing has no handler
  await startFulfilmentServiceConsumer(connection, {})
  // #endregion errors
}
