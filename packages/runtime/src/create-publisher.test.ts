import { randomUUID } from 'node:crypto'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { connect } from './connect.ts'
import type { Connection } from './connection.ts'
import type { EnvelopeMapping, SentMessage } from './contract.ts'
import {
  createPublisher,
  type PublishAttributes,
  type Published,
  type PublisherOptions,
} from './create-publisher.ts'
import {
  bareEnvelope,
  customEnvelope,
  sampleContract,
  sampleNames,
  validator,
} from './testing/sample-contract.ts'
import type { IncomingMessage, Subscription } from './transport.ts'

interface OrderPublisher {
  orderCreated(data: unknown, attributes?: PublishAttributes): Promise<Published>
}

const fixed: PublisherOptions = { newId: () => 'evt_1', now: () => new Date('2025-01-01T10:00:00Z') }
const order = { order_id: 'ord_1', total: 1000 }

describe('a publisher', () => {
  it('fills in the attributes and publishes where the contract says', async () => {
    const { publisher, received } = await openPublisher()
    const attributes = { correlationid: 'cor_1', userid: 'usr_1' }
    await expect(publisher.orderCreated(order, attributes)).resolves.toEqual({ id: 'evt_1' })
    const [message] = await received(1)
    expect(JSON.parse(Buffer.from(message?.body ?? []).toString())).toEqual({
      id: 'evt_1',
      type: 'order.created',
      source: 'oms-service',
      timestamp: '2025-01-01T10:00:00.000Z',
      correlation_id: 'cor_1',
      metadata: { user_id: 'usr_1', version: '2.0.0' },
      data: order,
    })
    expect(message).toMatchObject({
      contentType: 'application/json',
      headers: { 'x-correlation-id': 'cor_1' },
      id: 'evt_1',
      type: 'order.created',
      correlationId: 'cor_1',
    })
  })

  it('makes ids and times of its own', async () => {
    const { publisher } = await openPublisher({}, {})
    const ids = [await publisher.orderCreated(order), await publisher.orderCreated(order)].map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^evt_[0-9a-f-]{36}$/)
  })

  it('takes id and time from the caller, and leaves out what is undefined', async () => {
    const { publisher, received } = await openPublisher()
    const given = { id: 'evt_mine', time: '2024-12-31T00:00:00Z', userid: undefined }
    await expect(publisher.orderCreated(order, given)).resolves.toEqual({ id: 'evt_mine' })
    const [message] = await received(1)
    const payload = JSON.parse(Buffer.from(message?.body ?? []).toString())
    expect(payload).toMatchObject({ id: 'evt_mine', timestamp: '2024-12-31T00:00:00Z' })
    expect(payload.metadata).toEqual({ version: '2.0.0' })
  })

  it('reads the key from the data', async () => {
    const { publisher, received } = await openPublisher({}, fixed, 'kafka')
    await publisher.orderCreated(order)
    const [message] = await received(1)
    expect(message?.key).toBe('ord_1')
  })

  it('fills in the parameters of the address', async () => {
    const target = { exchange: '', routingKey: '{tenant}.dead', mandatory: true, persistent: true }
    const name = randomUUID()
    const { publisher, connection } = await openPublisher({ targets: { amqp: target } }, fixed, 'amqp', name)
    await publisher.orderCreated(order, { parameters: { tenant: name } })
    const dead: IncomingMessage[] = []
    const source = { amqp: { queue: sampleNames(name).dead, deadLetters: false } }
    await subscribe(connection, source, dead)
    await vi.waitFor(() => expect(dead).toHaveLength(1))

    await expect(publisher.orderCreated(order)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'parameter-missing',
      message:
        "OrderCreated was not published: its address {tenant}.dead needs the parameter 'tenant'. " +
        "Give it beside the attributes: { parameters: { tenant: '…' } }.",
    })
  })

  it('sends headers that the contract declares', async () => {
    const validateHeaders = validator((headers) =>
      headers['x-priority'] === 'high' ? [] : [{ instancePath: '/x-priority', keyword: 'enum' }],
    )
    const { publisher, received } = await openPublisher({ validateHeaders })
    await publisher.orderCreated(order, { headers: { 'x-priority': 'high' } })
    expect((await received(1))[0]?.headers).toEqual({ 'x-priority': 'high' })
    await expect(publisher.orderCreated(order, { headers: { 'x-priority': 'low' } })).rejects.toMatchObject({
      failures: [{ instancePath: 'headers:/x-priority', keyword: 'enum' }],
    })
  })

  it('checks what a receiver will read, not what stands in memory', async () => {
    const { publisher, received } = await openPublisher()
    for (const data of [{ ...order, toJSON: () => ({}) }, Object.create(order)]) {
      await expect(publisher.orderCreated(data)).rejects.toThrow('/data  required')
    }
    await publisher.orderCreated({ total: 1, toJSON: () => order })
    const [message] = await received(1)
    expect(JSON.parse(Buffer.from(message?.body ?? []).toString()).data).toEqual(order)
  })

  it('leaves out headers that are undefined', async () => {
    const { publisher, received } = await openPublisher()
    const headers = { 'x-priority': 'high', 'x-trace': undefined } as unknown as Record<string, string>
    await publisher.orderCreated(order, { headers })
    expect((await received(1))[0]?.headers).toEqual({ 'x-priority': 'high' })
  })

  it('passes on what the broker says', async () => {
    const target = { exchange: '', routingKey: 'nobody', mandatory: true, persistent: true }
    const { publisher } = await openPublisher({ targets: { amqp: target } })
    await expect(publisher.orderCreated(order)).rejects.toMatchObject({
      name: 'TransportError',
      code: 'unroutable',
    })
  })
})

describe('a publisher refuses', () => {
  it('data that breaks the contract, with all that is wrong', async () => {
    const { publisher } = await openPublisher()
    const publishing = publisher.orderCreated({ total: 1 }, { tenantId: 't' })
    await expect(publishing).rejects.toMatchObject({
      name: 'ContractViolation',
      code: 'contract-violation',
      retriable: false,
      messageName: 'OrderCreated',
      message: [
        'OrderCreated (orders/order.created/2.0.0) was not published: it breaks its contract.',
        "  (root)  attribute: the attribute 'tenantId' is not in the envelope",
        '  /order_id  key: the data must hold the message key here',
        "  /data  required: must have required property 'order_id'",
        'Change what is published, or release a version of the contract that allows it.',
      ].join('\n'),
    })
  })

  it.each([
    ['no data at all', undefined, {}, bareEnvelope, 'the data is missing'],
    ['an attribute that is an object', order, { userid: { id: 1 } }, customEnvelope, 'must be a string'],
    [
      'a header that is no string',
      order,
      { headers: { 'x-count': 5 } },
      bareEnvelope,
      'headers:/x-count  type',
    ],
    [
      'data that contains itself',
      cyclic(),
      {},
      bareEnvelope,
      'the data cannot be written as JSON: Converting',
    ],
    ['data that JSON does not have', { total: 1n }, {}, bareEnvelope, 'the data cannot be written as JSON'],
    ['data that JSON leaves out', () => order, {}, bareEnvelope, 'the data is missing'],
    ['data that is no object beside attributes', 'text', {}, flattened(), 'the data must be an object'],
    [
      'data in an attribute’s place',
      { type: 'mine' },
      {},
      flattened(),
      'must leave this place to an attribute',
    ],
  ])('%s', async (_, data, attributes, envelope, reason) => {
    const { publisher } = await openPublisher({ envelope, validate: () => true })
    const publishing = publisher.orderCreated(data, attributes as unknown as PublishAttributes)
    await expect(publishing).rejects.toThrow(reason)
  })

  it('a validator’s refusal without a reason', async () => {
    const { publisher } = await openPublisher({ validate: () => false })
    await expect(publisher.orderCreated(order)).rejects.toThrow('(root)  false schema')
  })

  it('a content type other than JSON, from the start', async () => {
    await expect(openPublisher({ contentType: 'text/plain' })).rejects.toMatchObject({
      name: 'UsageError',
      code: 'content-type-unsupported',
    })
    await expect(openPublisher({ contentType: 'application/vnd.order+json; v=1' })).resolves.toBeDefined()
  })
})

function cyclic(): object {
  const data: { self?: object } = {}
  data.self = data
  return data
}

function flattened(): EnvelopeMapping {
  return { mode: 'envelope', attributes: { type: [{ in: 'payload', pointer: '/type' }] }, data: '' }
}

interface OpenedPublisher {
  readonly connection: Connection
  readonly publisher: OrderPublisher
  /** Waits for messages on the queue or topic of the sample contract. */
  readonly received: (count: number) => Promise<readonly IncomingMessage[]>
}

async function openPublisher(
  sent: Partial<SentMessage> = {},
  options: PublisherOptions = fixed,
  protocol: 'amqp' | 'kafka' = 'amqp',
  name: string = randomUUID(),
): Promise<OpenedPublisher> {
  const connection = await connect(`memory:${name}`)
  onTestFinished(() => connection.close())
  const contract = sampleContract(name, protocol, { sent })
  const publisher = createPublisher<OrderPublisher>(connection, contract, options)
  await connection.declare(contract.topology)
  const messages: IncomingMessage[] = []
  await subscribe(connection, contract.receives['receiveOrders']?.sources ?? {}, messages)
  const received = async (count: number): Promise<readonly IncomingMessage[]> => {
    await vi.waitFor(() => expect(messages).toHaveLength(count))
    return messages
  }
  return { connection, publisher, received }
}

async function subscribe(
  connection: Connection,
  source: Subscription['source'],
  messages: IncomingMessage[],
): Promise<void> {
  const onLost = (error: Error): void => {
    throw error
  }
  await connection.transport.subscribe({ source, prefetch: 10, onLost }, async (message) => {
    messages.push(message)
    return 'ack'
  })
}
