import {
  type EventBusEnvelopeAttributes,
  startNotificationServiceConsumer,
  type NotificationServiceHandlers,
} from '@concordat/generated/event-bus/notification-service/client'
import type { Connection, ReceivedEvent } from '@concordat/runtime'

type RecordedEvent = ReceivedEvent<unknown, EventBusEnvelopeAttributes>

/** Receives every event about orders in the place of the notification service. */
export async function recordEvents(connection: Connection): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = []
  const record = (event: RecordedEvent): void => void events.push(event)
  const handlers: NotificationServiceHandlers = {
    customerCreated: () => {},
    orderCreated: record,
    orderConfirmed: record,
    orderPaid: record,
    orderProcessing: record,
    orderShipped: record,
    orderDelivered: record,
    orderCancelled: record,
    orderRefunded: record,
    paymentInitiated: () => {},
    paymentCompleted: () => {},
    paymentFailed: () => {},
    refundCompleted: () => {},
  }
  await startNotificationServiceConsumer(connection, handlers)
  return events
}
