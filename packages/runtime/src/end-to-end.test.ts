import { randomUUID } from 'node:crypto'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { connect } from './connect.ts'
import type { ApplicationContract, AttributePlace, EnvelopeMapping } from './contract.ts'
import { createPublisher, type PublishAttributes, type Published } from './create-publisher.ts'
import type { ReceivedEvent } from './received-event.ts'
import { startConsumer } from './start-consumer.ts'
import { bareEnvelope, customEnvelope, orderCreated, sampleContract } from './testing/sample-contract.ts'

const data = { order_id: 'ord_1', customer: 'Олена 🧾', total: 1000.5, note: null, items: [{ sku: 'a' }] }
const cloudEvents = [
  'specversion',
  'id',
  'type',
  'source',
  'time',
  'datacontenttype',
  'correlationid',
] as const
const given: PublishAttributes = { correlationid: 'cor_1' }

const modes: readonly {
  readonly mode: string
  readonly envelope: EnvelopeMapping
  readonly contentType: string
  readonly attributes: PublishAttributes
}[] = [
  { mode: 'a custom envelope', envelope: customEnvelope, contentType: 'application/json', attributes: given },
  {
    mode: 'a structured CloudEvent',
    envelope: cloudEvent('structured', (name) => ({ in: 'payload', pointer: `/${name}` }), '/data'),
    contentType: 'application/cloudevents+json',
    attributes: given,
  },
  {
    mode: 'a binary CloudEvent',
    envelope: cloudEvent('binary', (name) => ({ in: 'headers', pointer: `/ce_${name}` }), ''),
    contentType: 'application/json',
    attributes: given,
  },
  {
    mode: 'a flattened envelope',
    envelope: cloudEvent('envelope', (name) => ({ in: 'payload', pointer: `/event_${name}` }), ''),
    contentType: 'application/json',
    attributes: given,
  },
  { mode: 'a bare message', envelope: bareEnvelope, contentType: 'application/json', attributes: {} },
]

describe.each(['amqp', 'kafka'] as const)('over %s', (protocol) => {
  it.each(modes)('$mode arrives as it was published', async ({ envelope, contentType, attributes }) => {
    const name = randomUUID()
    const message = { ...orderCreated, envelope, contentType, validate: (): boolean => true }
    const sample = sampleContract(name, protocol, {
      sent: message,
      received: { messages: { orderCreated: message } },
    })
    const [event] = await carry(name, sample, attributes)
    expect(event).toMatchObject({ type: 'order.created', data, attempt: 1, redelivered: false })
    expect(event?.attributes).toMatchObject(
      envelope === bareEnvelope ? {} : { id: event?.id, source: 'oms-service', ...attributes },
    )
  })
})

interface OrderPublisher {
  orderCreated(data: unknown, attributes: PublishAttributes): Promise<Published>
}

/** Publishes one message and returns what its consumer gets. */
async function carry(
  broker: string,
  contract: ApplicationContract,
  attributes: PublishAttributes,
): Promise<readonly ReceivedEvent[]> {
  const connection = await connect(`memory:${broker}`)
  onTestFinished(() => connection.close())
  const events: ReceivedEvent[] = []
  const handler = (event: ReceivedEvent): void => void events.push(event)
  await startConsumer(connection, contract, { orderCreated: handler })
  const publisher = createPublisher<OrderPublisher>(connection, contract)
  const { id } = await publisher.orderCreated(data, attributes)
  await vi.waitFor(() => expect(events).toHaveLength(1))
  // A bare message has no id in it; only AMQP has a property for one.
  expect([id, undefined]).toContain(events[0]?.id)
  return events
}

function cloudEvent(
  mode: EnvelopeMapping['mode'],
  place: (attribute: string) => AttributePlace,
  at: string,
): EnvelopeMapping {
  return { mode, attributes: Object.fromEntries(cloudEvents.map((name) => [name, [place(name)]])), data: at }
}
