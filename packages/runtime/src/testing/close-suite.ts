import { describe, expect, it } from 'vitest'

import type { Protocol } from '../contract.ts'
import type { Settlement } from '../transport.ts'
import { type Fixture, END, textMessage } from './fixture.ts'
import { closedGate } from './gate.ts'

/** Closing loses nothing and cuts nobody off. */
export function closeSuite(fixture: Fixture, protocol: Protocol): void {
  describe('close', () => {
    it('waits for the handler in flight and keeps its acknowledgement', async () => {
      const [consumer, other] = [await fixture.open(), await fixture.open()]
      const lane = await fixture.lane(other, protocol)
      const roundTrip = await fixture.lane(other, protocol)
      await other.publish(textMessage(lane.target, 'slow'))
      const gate = closedGate()
      const inbox = await fixture.consume(consumer, lane.source, {
        settle: () => gate.opened.then((): Settlement => 'ack'),
      })
      await inbox.receive(1)
      let closed = false
      const closing = consumer.close().then(() => (closed = true))
      // A round trip gives a close that does not wait the time to end.
      await other.publish(textMessage(roundTrip.target, END))
      await (await fixture.consume(other, roundTrip.source)).receive(1)
      expect(closed).toBe(false)
      gate.open()
      await closing

      await other.publish(textMessage(lane.target, END))
      const next = await fixture.consume(other, lane.source)
      expect(await next.receiveUntil(END)).toEqual([])
    })

    it('lets the handler in flight publish', async () => {
      const [consumer, other] = [await fixture.open(), await fixture.open()]
      const [lane, answers] = [await fixture.lane(other, protocol), await fixture.lane(other, protocol)]
      await other.publish(textMessage(lane.target, 'question'))
      const gate = closedGate()
      const inbox = await fixture.consume(consumer, lane.source, {
        settle: async (): Promise<Settlement> => {
          await gate.opened
          await consumer.publish(textMessage(answers.target, 'answer'))
          return 'ack'
        },
      })
      await inbox.receive(1)
      const closing = consumer.close()
      gate.open()
      await closing
      expect(await (await fixture.consume(other, answers.source)).receive(1)).toEqual(['answer'])
    })

    it('leaves what it did not take to the next consumer', async () => {
      const [consumer, other] = [await fixture.open(), await fixture.open()]
      const lane = await fixture.lane(other, protocol)
      const texts = ['1', '2', '3', '4', '5']
      for (const text of texts) await other.publish(textMessage(lane.target, text))
      const first = await fixture.consume(consumer, lane.source, { prefetch: 1 })
      await first.receive(1)
      await consumer.close()
      const rest = texts.slice(first.texts.length)
      const second = await fixture.consume(other, lane.source)
      await other.publish(textMessage(lane.target, END))
      expect(await second.receiveUntil(END)).toEqual(rest)
    })

    it('refuses what comes afterwards with code closed', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      await transport.close()
      const closed = { name: 'TransportError', code: 'closed', retriable: false }
      await expect(transport.publish(textMessage(lane.target, END))).rejects.toMatchObject(closed)
      await expect(fixture.consume(transport, lane.source)).rejects.toMatchObject(closed)
      await expect(fixture.declare(transport, {})).rejects.toMatchObject(closed)
    })

    it('does nothing the second time', async () => {
      const transport = await fixture.open()
      const lane = await fixture.lane(transport, protocol)
      const inbox = await fixture.consume(transport, lane.source)
      await inbox.close()
      await inbox.close()
      await Promise.all([transport.close(), transport.close()])
      await expect(transport.close()).resolves.toBeUndefined()
    })
  })
}
