import { createHash } from 'node:crypto'

import type {
  EventBusEnvelopeAttributes,
  EventBusEnvelopeOptions,
  NotificationServicePublisher,
} from '@concordat/generated/event-bus/notification-service/client'
import type { ReceivedEvent } from '@concordat/runtime'

import type { Contact } from './customer-directory.ts'

/** An event of the bus, whatever its data. */
export type BusEvent = ReceivedEvent<unknown, EventBusEnvelopeAttributes>

export type OnHandled = (event: BusEvent, outcome: string) => void

/** What a customer is told about an event. */
export interface Notice {
  /** Template of the e-mail, and the values that it inserts. */
  readonly template: string
  readonly data: Readonly<Record<string, unknown>>
  /** Goes by SMS as well, where it is given and the customer has a telephone. */
  readonly text?: string
}

/** Asks the senders for the messages that customers get. */
export class Notifier {
  readonly #publisher: NotificationServicePublisher
  readonly #onHandled: OnHandled

  constructor(publisher: NotificationServicePublisher, onHandled: OnHandled = () => {}) {
    this.#publisher = publisher
    this.#onHandled = onHandled
  }

  async tell(event: BusEvent, { email, phone, locale }: Contact, notice: Notice): Promise<void> {
    const { template, data, text } = notice
    await this.#publisher.sendEmail(
      { template, recipient: email, data, ...(locale !== undefined && { locale }) },
      attributesFor(event, 'email'),
    )
    const hasSms = text !== undefined && phone !== undefined
    if (hasSms) await this.#publisher.sendSms({ phone, message: text }, attributesFor(event, 'sms'))
    this.#onHandled(event, `e-mail ${template} to ${email}${hasSms ? `, SMS to ${phone}` : ''}`)
  }

  /** For events of which customers hear nothing. */
  passOver(event: BusEvent): void {
    this.#onHandled(event, 'nothing to tell')
  }
}

/** The id follows from the event's: for an event that is delivered twice the senders see the same message twice. */
function attributesFor({ id, source, attributes }: BusEvent, way: 'email' | 'sms'): EventBusEnvelopeOptions {
  const { tenantid, correlationid } = attributes
  const hash = createHash('sha256').update(JSON.stringify([tenantid, source, id, way]))
  return {
    id: `evt_${hash.digest('hex').slice(0, 32)}`,
    tenantid,
    ...(correlationid !== undefined && { correlationid }),
  }
}
