// #region service
import type { Connection, Consumer } from '@concordat/runtime'
import { createPaymentPublisher, startPaymentConsumer } from '../../generated/shop/payment/client.ts'

/** Takes the money for an order and says so. */
export function startPaymentService(
  connection: Connection,
  charge: (paymentId: string, amount: number) => Promise<void>,
): Promise<Consumer> {
  const publisher = createPaymentPublisher(connection)
  return startPaymentConsumer(connection, {
    processPayment: async ({ data, attributes }) => {
      await charge(data.payment_id, data.amount.value)
      await publisher.paymentCompleted(
        { payment_id: data.payment_id, order_id: data.order_id },
        { subject: data.payment_id, correlationid: attributes.correlationid },
      )
    },
  })
}
// #endregion service
