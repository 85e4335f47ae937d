import type { NotificationServiceHandlers } from '@concordat/generated/event-bus/notification-service/client'

import type { CustomerDirectory } from './customer-directory.ts'
import type { BusEvent, Notice, Notifier } from './notifier.ts'

/** What the service does about each event. A handler throws where it does not know the customer yet. */
export function notificationHandlers(
  notifier: Notifier,
  customers: CustomerDirectory,
): NotificationServiceHandlers {
  const tellBuyer = (event: BusEvent, orderId: string, notice: Notice): Promise<void> =>
    notifier.tell(event, customers.contactForOrder(event.attributes.tenantid, orderId), notice)
  return {
    customerCreated: async (event) => {
      const { data, attributes } = event
      customers.addCustomer(attributes.tenantid, data)
      await notifier.tell(event, data, { template: 'welcome', data: { first_name: data.first_name ?? '' } })
    },
    orderCreated: async (event) => {
      const { order_id, order_number, customer_id, total, currency } = event.data
      customers.addOrder(event.attributes.tenantid, order_id, customer_id)
      await tellBuyer(event, order_id, { template: 'order-placed', data: { order_number, total, currency } })
    },
    orderConfirmed: (event) => {
      const { order_id, order_number } = event.data
      return tellBuyer(event, order_id, { template: 'order-confirmed', data: { order_id, order_number } })
    },
    orderPaid: (event) => {
      const { order_id, payment } = event.data
      return tellBuyer(event, order_id, {
        template: 'order-paid',
        data: { order_id, amount: payment.amount },
      })
    },
    orderProcessing: (event) => {
      const { order_id, order_number } = event.data
      return tellBuyer(event, order_id, { template: 'order-processing', data: { order_id, order_number } })
    },
    orderShipped: (event) => {
      const { order_id, tracking, estimated_delivery } = event.data
      const data = { order_id, tracking, estimated_delivery }
      const text = `Your parcel ${tracking.number} is on its way with ${tracking.carrier}.`
      return tellBuyer(event, order_id, { template: 'order-shipped', data, text })
    },
    orderDelivered: (event) => {
      const { order_id, delivered_at } = event.data
      return tellBuyer(event, order_id, { template: 'order-delivered', data: { order_id, delivered_at } })
    },
    orderCancelled: (event) => {
      const { order_id, reason } = event.data
      const text = 'Your order was cancelled; an e-mail tells you more.'
      return tellBuyer(event, order_id, { template: 'order-cancelled', data: { order_id, reason }, text })
    },
    orderRefunded: (event) => {
      const { order_id, amount } = event.data
      return tellBuyer(event, order_id, { template: 'order-refunded', data: { order_id, amount } })
    },
    paymentInitiated: (event) => notifier.passOver(event),
    paymentCompleted: (event) => {
      const { order_id, payment_id } = event.data
      return tellBuyer(event, order_id, { template: 'payment-receipt', data: { order_id, payment_id } })
    },
    paymentFailed: (event) => {
      const { order_id, error } = event.data
      const text = 'Your payment did not succeed; an e-mail tells you how to pay in another way.'
      return tellBuyer(event, order_id, {
        template: 'payment-failed',
        data: { order_id, code: error.code },
        text,
      })
    },
    // The order's own event tells of the money; a refund without an order is the business of support.
    refundCompleted: (event) => notifier.passOver(event),
  }
}
