import { describe, expect, it } from 'vitest'

import type { ReceivedMessage, ReceiveOperation } from './contract.ts'
import { decodeMessage } from './decode-message.ts'
import { bareEnvelope, orderCreated, validator } from './testing/sample-contract.ts'
import type { IncomingMessage } from './transport.ts'

const orderCancelled: ReceivedMessage = { ...orderCreated, name: 'OrderCancelled', type: 'order.cancelled' }
const bareProfile: ReceivedMessage = {
  ...orderCreated,
  name: 'UserProfile',
  type: 'UserProfile',
  envelope: bareEnvelope,
  validate: () => true,
}
const payload = {
  id: 'evt_1',
  type: 'order.created',
  source: 'oms-service',
  timestamp: '2025-01-01T10:00:00Z',
  data: { order_id: 'ord_1', unknown: true },
}

describe('a message becomes an event', () => {
  it('with its attributes, its data and what the broker says', () => {
    expect(decode({ orderCreated }, payload, { redelivered: true, key: 'ord_1' })).toEqual({
      handler: 'orderCreated',
      message: orderCreated,
      event: {
        id: 'evt_1',
        type: 'order.created',
        source: 'oms-service',
        time: '2025-01-01T10:00:00Z',
        data: { order_id: 'ord_1', unknown: true },
        attributes: {
          id: 'evt_1',
          type: 'order.created',
          source: 'oms-service',
          time: '2025-01-01T10:00:00Z',
        },
        headers: {},
        key: 'ord_1',
        redelivered: true,
      },
    })
  })

  it('by its type', () => {
    const messages = { orderCreated, orderCancelled, bareProfile }
    expect(decode(messages, { ...payload, type: 'order.cancelled' })).toMatchObject({
      handler: 'orderCancelled',
    })
  })

  it('as the only one that can be silent about its type', () => {
    const messages = { orderCreated, orderCancelled, bareProfile }
    expect(decode(messages, { username: 'ann' })).toMatchObject({
      handler: 'bareProfile',
      event: { id: undefined, source: undefined, data: { username: 'ann' } },
    })
    expect(decode({ orderCreated }, { ...payload, type: undefined })).toMatchObject({
      handler: 'orderCreated',
    })
  })

  it('by the broker’s own type, and with its id, where it has no attributes', () => {
    const other = { ...bareProfile, name: 'Other', type: 'Other' }
    const decoded = decode({ other, bareProfile }, {}, { type: 'UserProfile', id: 'message-1' })
    expect(decoded).toMatchObject({ handler: 'bareProfile', event: { id: 'message-1' } })
  })

  it('as the first of its type whose schema it keeps', () => {
    const strict = { ...orderCreated, validate: () => false }
    expect(decode({ strict, orderCreated }, payload)).toMatchObject({ handler: 'orderCreated' })
  })

  it.each([undefined, 'APPLICATION/JSON', 'application/json; charset=utf-8'])(
    'with content type %s',
    (contentType) => {
      expect(
        decode({ orderCreated }, payload, contentType === undefined ? {} : { contentType }),
      ).toMatchObject({
        handler: 'orderCreated',
      })
    },
  )
})

describe('a message is invalid', () => {
  it.each([
    ['not-utf8', Buffer.from([0xff, 0xfe]), {}, 'its body is not UTF-8.'],
    ['malformed-json', Buffer.from('{"id":'), {}, 'its body is not JSON.'],
    ['malformed-json', Buffer.alloc(0), {}, 'its body is not JSON.'],
    [
      'wrong-content-type',
      Buffer.from(JSON.stringify(payload)),
      { contentType: 'application/xml' },
      'its content type is "application/xml", that of OrderCreated is application/json.',
    ],
    [
      'unknown-type',
      Buffer.from(JSON.stringify({ ...payload, type: 'order.\ndeleted' })),
      {},
      'its type is "order.\\ndeleted"; receiveOrders knows order.created, order.cancelled.',
    ],
    [
      'unknown-type',
      Buffer.from('[]'),
      {},
      'it does not say its type; receiveOrders knows order.created, order.cancelled.',
    ],
    [
      'contract-violation',
      Buffer.from(JSON.stringify({ ...payload, data: {} })),
      {},
      'it breaks the contract of OrderCreated (orders/order.created/2.0.0).\n' +
        "  /data  required: must have required property 'order_id'",
    ],
  ])('%s', (code, body, changes, reason) => {
    expect(
      decodeMessage(operationOf({ orderCreated, orderCancelled }), incoming(body, changes)),
    ).toMatchObject({
      name: 'InvalidMessageError',
      code,
      origin: 'queue orders',
      retriable: false,
      message: `A message from queue orders cannot be handled: ${reason}`,
    })
  })

  it('where its headers break the contract', () => {
    const validateHeaders = validator(() => [{ instancePath: '/ce_id', keyword: 'required' }])
    expect(decode({ orderCreated: { ...orderCreated, validateHeaders } }, payload)).toMatchObject({
      code: 'contract-violation',
      failures: [{ instancePath: 'headers:/ce_id', keyword: 'required' }],
    })
  })

  it('where its validator runs out of stack', () => {
    const depth = (value: unknown): number => (Array.isArray(value) ? 1 + depth(value[0]) : 0)
    const nested = Buffer.from('['.repeat(200_000) + ']'.repeat(200_000))
    const profile = { ...bareProfile, validate: validator((value) => (depth(value) > 0 ? [] : [])) }
    expect(decodeMessage(operationOf({ profile }), incoming(nested, {}))).toMatchObject({
      code: 'contract-violation',
      message: 'A message from queue orders cannot be handled: it cannot be checked.',
      cause: expect.any(RangeError),
    })
  })

  it('with ten reasons at most in its text', () => {
    const failures = Array.from({ length: 12 }, (_, index) => ({
      instancePath: `/${index}`,
      keyword: 'type',
    }))
    const decoded = decode(
      { orderCreated: { ...orderCreated, validate: validator(() => failures) } },
      payload,
    )
    expect(decoded).toMatchObject({
      failures,
      message: expect.stringMatching(/ {2}\/9 {2}type\n {2}and 2 more$/),
    })
  })
})

function decode(
  messages: Readonly<Record<string, ReceivedMessage>>,
  value: unknown,
  changes: Partial<IncomingMessage> = {},
): ReturnType<typeof decodeMessage> {
  return decodeMessage(operationOf(messages), incoming(Buffer.from(JSON.stringify(value)), changes))
}

function operationOf(messages: Readonly<Record<string, ReceivedMessage>>): ReceiveOperation {
  const delivery = { prefetch: 1, attempts: 1, delay: 1, multiplier: 1, maxDelay: 1 }
  return { name: 'receiveOrders', sources: {}, delivery, messages }
}

function incoming(body: Uint8Array, changes: Partial<IncomingMessage>): IncomingMessage {
  return { body, headers: {}, redelivered: false, origin: 'queue orders', ...changes }
}
