import { describe, expect, it } from 'vitest'

import type { Protocol } from '../contract.ts'
import type { Settlement } from '../transport.ts'
import { type Fixture, END, textMessage } from './fixture.ts'
import { closedGate } from './gate.ts'
import { textOf } from './inbox.ts'

/** What becomes of a message is what its handler's result says. */
export function deliverySuite(fixture: Fixture, protocol: Protocol): void {
  describe('delivery', () => {
    it('keeps the order of one publisher', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`)
      for (const text of texts) await transport.publish(textMessage(lane.target, text))
      const inbox = await fixture.consume(transport, lane.source)
      expect(await inbox.receive(50)).toEqual(texts)
    })

    it('carries many publishes at a time', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      const texts = Array.from({ length: 200 }, (_, index) => `message ${index}`)
      const inbox = await fixture.consume(transport, lane.source)
      await Promise.all(texts.map((text) => transport.publish(textMessage(lane.target, text))))
      expect((await inbox.receive(200)).toSorted()).toEqual(texts.toSorted())
    })

    it('never delivers an acknowledged message again', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      await transport.publish(textMessage(lane.target, 'done with'))
      const first = await fixture.consume(transport, lane.source)
      await first.receive(1)
      await first.close()
      await transport.publish(textMessage(lane.target, END))
      const second = await fixture.consume(transport, lane.source)
      expect(await second.receiveUntil(END)).toEqual([])
    })

    it('delivers a released message again, before those that came after it', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      for (const text of ['released', 'later']) await transport.publish(textMessage(lane.target, text))
      const first = await fixture.consume(transport, lane.source, { prefetch: 1, settle: () => 'release' })
      await first.receive(1)
      await first.close()
      const second = await fixture.consume(transport, lane.source)
      expect(await second.receive(2)).toEqual(['released', 'later'])
      expect(second.messages[0]?.redelivered).toBe(protocol === 'amqp')
    })

    it('moves a dead letter, unchanged, and goes on', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      const message = { ...textMessage(lane.target, 'poison', 'key'), headers: { ce_id: 'evt_1' } }
      await transport.publish(message)
      await transport.publish(textMessage(lane.target, 'sound', 'key'))
      const inbox = await fixture.consume(transport, lane.source, {
        settle: (incoming) => (textOf(incoming) === 'poison' ? 'dead-letter' : 'ack'),
      })
      const dead = await fixture.consume(transport, lane.deadLetters)
      expect(await dead.receive(1)).toEqual(['poison'])
      expect(dead.messages[0]).toMatchObject({ contentType: 'text/plain', headers: { ce_id: 'evt_1' } })
      expect(dead.messages[0]?.key).toBe(protocol === 'kafka' ? 'key' : undefined)

      expect(await inbox.receive(2)).toEqual(['poison', 'sound'])
      await inbox.close()
      await transport.publish(textMessage(lane.target, END))
      const second = await fixture.consume(transport, lane.source)
      expect(await second.receiveUntil(END)).toEqual([])
    })

    it('never has more messages in flight than the prefetch', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      const other = await fixture.lane(transport, protocol)
      for (let index = 0; index < 10; index++) await transport.publish(textMessage(lane.target, `${index}`))
      const most = protocol === 'amqp' ? 3 : 1
      const gate = closedGate()
      const inFlight = { now: 0, most: 0 }
      const inbox = await fixture.consume(transport, lane.source, {
        prefetch: 3,
        settle: async (): Promise<Settlement> => {
          inFlight.now += 1
          inFlight.most = Math.max(inFlight.most, inFlight.now)
          await gate.opened
          inFlight.now -= 1
          return 'ack'
        },
      })
      await inbox.receive(most)
      // A round trip on another lane gives the broker the time to push too much.
      await transport.publish(textMessage(other.target, END))
      await (await fixture.consume(transport, other.source)).receive(1)
      expect(inbox.texts).toHaveLength(most)
      gate.open()
      expect(await inbox.receive(10)).toHaveLength(10)
      expect(inFlight.most).toBe(most)
    })

    it('keeps subscriptions of one connection apart', async () => {
      const transport = await fixture.open()
      const [left, right] = [await fixture.lane(transport, protocol), await fixture.lane(transport, protocol)]
      const leftInbox = await fixture.consume(transport, left.source)
      const rightInbox = await fixture.consume(transport, right.source)
      await leftInbox.close()
      for (const lane of [left, right]) await transport.publish(textMessage(lane.target, END))
      expect(await rightInbox.receive(1)).toEqual([END])
      expect(leftInbox.texts).toEqual([])
    })
  })
}
