import type { Json, Message } from '@concordat/toolkit/model'
import { beforeAll, describe, expect, it, onTestFailed } from 'vitest'

import { receivedContent, valueAt } from './example-content.ts'
import { type Outcome, type PublishedExample, runSystem } from './run-system.ts'
import type { Protocol, SentMessage, SystemTraffic } from './sent-messages.ts'

/** The broker on which a system is to prove its deliveries. */
export interface Broker {
  /** For people: RabbitMQ. */
  readonly name: string
  /** Throws where there is none. */
  readonly url: () => string
}

/** Long enough for the queues and topics of a system to be declared and for its consumer groups to form. */
const TIMEOUT_MS = 120_000

/**
 * Tests that each example of each message that a system sends reaches exactly the applications whose documents receive
 * it, as it was sent.
 */
export function proveDelivery(traffic: SystemTraffic, broker: Broker): void {
  describe(`${traffic.system.name} over ${broker.name}`, () => {
    let outcome: Outcome
    beforeAll(async () => {
      outcome = await runSystem(traffic, broker.url())
    }, TIMEOUT_MS)

    it.each(traffic.sent.map((sent) => ({ title: titleOf(sent), sent })))('$title', ({ sent }) => {
      onTestFailed(() => console.error(outcome.failures.join('\n')))
      const published = outcome.published.filter((example) => example.sent === sent)
      expect(published.length).toBeGreaterThan(1)
      for (const example of published) expectDelivered(example, traffic.protocol, outcome)
    })
  })
}

function titleOf({ service, operation, message, receivers }: SentMessage): string {
  const list = new Intl.ListFormat('en').format(receivers)
  const reached = receivers.length === 0 ? 'nobody' : `${list} and nobody else`
  const { name, system } = service
  return `${message.name}, sent by ${name} of ${system} (${operation.name}), reaches ${reached}`
}

function expectDelivered(example: PublishedExample, protocol: Protocol, outcome: Outcome): void {
  const { sent, content, id, error } = example
  expect(error).toBeUndefined()
  expect(outcome.reached(id)).toEqual(sent.receivers)
  const expected = {
    type: sent.message.type,
    ...receivedContent(sent.message, { ...content, attributes: { ...content.attributes, id } }),
    key: protocol === 'kafka' ? keyOf(sent.message, content.data) : undefined,
  }
  const received = outcome.handled(id).map(({ application, event }) => {
    const { type, data, attributes, headers, key } = event
    return { application, type, data, attributes, headers, key }
  })
  expect(received).toEqual(sent.receivers.map((application) => ({ application, ...expected })))
}

/** The key of a record is text. */
function keyOf({ key }: Message, data: Json): string | undefined {
  const value = key === undefined ? undefined : valueAt(data, key)
  return typeof value === 'number' ? `${value}` : (value as string | undefined)
}
