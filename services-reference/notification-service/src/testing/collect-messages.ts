import {
  type EventBusEnvelopeAttributes,
  startEmailSenderConsumer,
} from '@concordat/generated/event-bus/email-sender/client'
import { startSmsSenderConsumer } from '@concordat/generated/event-bus/sms-sender/client'
import type { SendEmail } from '@concordat/generated/schemas/notifications/notification.email/1.1.0'
import type { SendSms } from '@concordat/generated/schemas/notifications/notification.sms/1.0.0'
import type { Connection, ReceivedEvent } from '@concordat/runtime'

/** What customers are sent. */
export interface CollectedMessages {
  readonly emails: readonly ReceivedEvent<SendEmail, EventBusEnvelopeAttributes>[]
  readonly texts: readonly ReceivedEvent<SendSms, EventBusEnvelopeAttributes>[]
}

/** Collects the messages of a tenant in the place of the senders. */
export async function collectMessages(connection: Connection, tenant: string): Promise<CollectedMessages> {
  const emails: ReceivedEvent<SendEmail, EventBusEnvelopeAttributes>[] = []
  const texts: ReceivedEvent<SendSms, EventBusEnvelopeAttributes>[] = []
  await startEmailSenderConsumer(connection, {
    sendEmail: (event) => {
      if (event.attributes.tenantid === tenant) emails.push(event)
    },
  })
  await startSmsSenderConsumer(connection, {
    sendSms: (event) => {
      if (event.attributes.tenantid === tenant) texts.push(event)
    },
  })
  return { emails, texts }
}
