import {
  createNotificationServicePublisher,
  startNotificationServiceConsumer,
} from '@concordat/generated/event-bus/notification-service/client'
import type { Connection, Consumer, ConsumerOptions } from '@concordat/runtime'

import { CustomerDirectory } from './customer-directory.ts'
import { notificationHandlers } from './notification-handlers.ts'
import { Notifier, type OnHandled } from './notifier.ts'

export interface NotificationServiceOptions extends ConsumerOptions {
  /** Hears of each event that was handled, and in a few words what was done about it. */
  readonly onHandled?: OnHandled
}

/**
 * Starts the notification service: it tells customers about their orders and payments by asking the senders for e-mails
 * and text messages. How a customer is reached it learns from events too, which come from several queues in any order: an
 * event whose customer is not known yet fails, and is tried again as the contract says. Keeps what it learns in memory.
 *
 * @example
 * const consumer = await startNotificationService(await connect('amqp://localhost'))
 * @throws TransportError `topology-mismatch`, `not-found`, `closed`, …
 */
export function startNotificationService(
  connection: Connection,
  { onHandled, ...options }: NotificationServiceOptions = {},
): Promise<Consumer> {
  const notifier = new Notifier(createNotificationServicePublisher(connection), onHandled)
  const handlers = notificationHandlers(notifier, new CustomerDirectory())
  return startNotificationServiceConsumer(connection, handlers, options)
}
