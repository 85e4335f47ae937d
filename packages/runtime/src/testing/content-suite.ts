import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import type { Protocol } from '../contract.ts'
import type { OutgoingMessage } from '../transport.ts'
import type { Fixture } from './fixture.ts'

/** What is published arrives as it was. */
export function contentSuite(fixture: Fixture, protocol: Protocol): void {
  describe('content', () => {
    it.each<Content>([
      {
        what: 'body, headers, content type and identity',
        body: Buffer.from('{"order_id":"ord_1"}'),
        contentType: 'application/cloudevents+json; charset=utf-8',
        headers: { ce_id: 'evt_1', 'cloudEvents:source': 'oms-service', 'x-empty': '' },
        key: 'ord_1',
        id: 'evt_1',
        type: 'order.created',
        correlationId: 'cor_1',
      },
      {
        what: 'characters beyond ASCII',
        body: Buffer.from('{"name":"Замовлення 🧾 “№1”"}'),
        contentType: 'application/json',
        headers: { ce_subject: 'клієнт 🧑‍💻' },
        key: 'ключ-🔑',
      },
      { what: 'bytes that are not UTF-8', body: Buffer.from([0, 255, 254, 128, 10, 13, 0]), ...octets },
      { what: 'an empty body', body: Buffer.alloc(0), ...octets },
      { what: 'a body of a megabyte', body: randomBytes(1_000_000), ...octets },
    ])('leaves $what unchanged', async ({ what: _, ...message }) => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      await transport.publish({ ...message, target: lane.target })
      const inbox = await fixture.consume(transport, lane.source)
      await inbox.receive(1)

      const received = inbox.messages[0]
      expect(received).toBeDefined()
      expect(Buffer.from(received?.body ?? []).equals(message.body)).toBe(true)
      expect(received?.headers).toEqual(message.headers)
      expect(received?.contentType).toBe(message.contentType)
      expect(received?.redelivered).toBe(false)
      if (protocol === 'kafka') {
        expect(received?.key).toBe(message.key)
      } else {
        expect(received?.id).toBe(message.id)
        expect(received?.type).toBe(message.type)
        expect(received?.correlationId).toBe(message.correlationId)
      }
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

type Content = Omit<OutgoingMessage, 'target'> & { readonly what: string }

const octets = { contentType: 'application/octet-stream', headers: {}, key: 'k' }
