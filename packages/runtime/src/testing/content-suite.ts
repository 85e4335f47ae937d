import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import type { Protocol } from '../contract.ts'
import type { OutgoingMessage } from '../transport.ts'
import type { Fixture } from './fixture.ts'

/** What is published arrives as it was. */
export function contentSuite(fixture: Fixture, protocol: Protocol): void {
  describe('content', () => {
    it.each(contents)('leaves $what unchanged', async ({ message }) => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      await transport.publish({ ...message, target: lane.target })
      const inbox = await fixture.consume(transport, lane.source)
      await inbox.receive(1)

      const received = inbox.messages[0]
      expect(Buffer.from(received?.body ?? [1]).equals(message.body)).toBe(true)
      expect(received?.headers).toEqual(message.headers)
      expect(received?.contentType).toBe(message.contentType)
      expect(received?.redelivered).toBe(false)
      expect(identity(received, protocol)).toEqual(identity(message, protocol))
    })

    it('takes no part in what its caller later does to the body', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      const body = Buffer.from('as published')
      await transport.publish({ target: lane.target, body, contentType: 'text/plain', headers: {} })
      body.fill(0)
      expect(await (await fixture.consume(transport, lane.source)).receive(1)).toEqual(['as published'])
    })
  })
}

interface Content {
  readonly what: string
  readonly message: Omit<OutgoingMessage, 'target'>
}

const octets = { contentType: 'application/octet-stream', headers: {}, key: 'k' }

const contents: readonly Content[] = [
  {
    what: 'body, headers, content type and identity',
    message: {
      body: Buffer.from('{"order_id":"ord_1"}'),
      contentType: 'application/cloudevents+json; charset=utf-8',
      headers: { ce_id: 'evt_1', 'cloudEvents:source': 'oms-service', 'x-empty': '' },
      key: 'ord_1',
      id: 'evt_1',
      type: 'order.created',
      correlationId: 'cor_1',
    },
  },
  {
    what: 'characters beyond ASCII',
    message: {
      body: Buffer.from('{"name":"Замовлення 🧾 “№1”"}'),
      contentType: 'application/json',
      headers: { ce_subject: 'клієнт 🧑‍💻' },
      key: 'ключ-🔑',
    },
  },
  { what: 'bytes that are not UTF-8', message: { body: Buffer.from([0, 255, 254, 128, 10, 13]), ...octets } },
  { what: 'an empty body', message: { body: Buffer.alloc(0), ...octets } },
  { what: 'a body of a megabyte', message: { body: randomBytes(1_000_000), ...octets } },
]

/** What the protocol itself says about a message: Kafka knows a key, AMQP its message properties. */
function identity(
  message: Pick<OutgoingMessage, 'key' | 'id' | 'type' | 'correlationId'> | undefined,
  protocol: Protocol,
): object {
  const { key, id, type, correlationId } = message ?? {}
  return protocol === 'kafka' ? { key } : { id, type, correlationId }
}
