import { describe, expect, it } from 'vitest'

import type { Protocol } from '../contract.ts'
import { type Fixture, END, textMessage } from './fixture.ts'

/** What is not there is named, and the connection outlives it. */
export function errorSuite(fixture: Fixture, protocol: Protocol): void {
  describe('errors', () => {
    it('says not-found for a publish into nothing and stays usable', async () => {
      const transport = await fixture.open()
      const missing = fixture.uniqueName('missing')
      const target =
        protocol === 'amqp'
          ? { amqp: { exchange: missing, routingKey: 'x', mandatory: false, persistent: true } }
          : { kafka: { topic: missing } }
      await expect(transport.publish(textMessage(target, 'lost'))).rejects.toMatchObject({
        name: 'TransportError',
        code: 'not-found',
        message: expect.stringContaining(missing),
      })
      const lane = await fixture.lane(transport, protocol)
      await transport.publish(textMessage(lane.target, END))
      expect(await (await fixture.consume(transport, lane.source)).receive(1)).toEqual([END])
    })

    it('says not-found for a subscription to nothing and stays usable', async () => {
      const transport = await fixture.open()
      const missing = fixture.uniqueName('missing')
      const source =
        protocol === 'amqp'
          ? { amqp: { queue: missing, deadLetters: false } }
          : { kafka: { topic: missing, groupId: missing, start: 'earliest' as const } }
      await expect(fixture.consume(transport, source)).rejects.toMatchObject({
        name: 'TransportError',
        code: 'not-found',
        message: expect.stringContaining(missing),
      })
      const lane = await fixture.lane(transport, protocol)
      await transport.publish(textMessage(lane.target, END))
      expect(await (await fixture.consume(transport, lane.source)).receive(1)).toEqual([END])
    })

    it('says unsupported where the contract has no target or source for it', async () => {
      const transport = await fixture.open()
      const unsupported = { name: 'TransportError', code: 'unsupported', retriable: false }
      await expect(transport.publish(textMessage({}, 'nowhere'))).rejects.toMatchObject(unsupported)
      await expect(fixture.consume(transport, {})).rejects.toMatchObject(unsupported)
    })
  })
}
