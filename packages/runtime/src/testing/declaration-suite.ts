import { describe, expect, it } from 'vitest'

import type { Protocol } from '../contract.ts'
import { type Fixture, END, textMessage } from './fixture.ts'

/** Declaring is idempotent and never changes what stands. */
export function declarationSuite(fixture: Fixture, protocol: Protocol): void {
  describe('declaration', () => {
    it('changes nothing when it is repeated', async () => {
      const [first, second] = [await fixture.open(), await fixture.open()]
      const name = fixture.uniqueName('twice')
      const topology = { queues: [fixture.queue(name)], topics: [fixture.topic(name, 1)] }
      await fixture.declare(first, topology)
      const target =
        protocol === 'amqp'
          ? { amqp: { exchange: '', routingKey: name, mandatory: true, persistent: true } }
          : { kafka: { topic: name } }
      await first.publish(textMessage(target, 'kept'))
      await fixture.declare(second, topology)
      const source =
        protocol === 'amqp'
          ? { amqp: { queue: name, deadLetters: false } }
          : { kafka: { topic: name, groupId: name, start: 'earliest' as const } }
      const inbox = await fixture.consume(second, source)
      expect(await inbox.receive(1)).toEqual(['kept'])
    })

    it('passes over what another protocol declares', async () => {
      const transport = await fixture.open()
      const name = fixture.uniqueName('foreign')
      const declaring = fixture.declare(transport, {
        exchanges: [{ name, type: 'topic', durable: true, autoDelete: true }],
        queues: [fixture.queue(name)],
        bindings: [{ exchange: name, destination: { kind: 'queue', name }, routingKey: '#' }],
        topics: [fixture.topic(name, 1)],
      })
      await expect(declaring).resolves.toBeUndefined()
    })

    const mismatches = protocol === 'amqp' ? [exchangeMismatch, queueMismatch] : [partitionMismatch]
    it.each(mismatches)('refuses $what under the same name and stays usable', async ({ before, after }) => {
      const transport = await fixture.open()
      const name = fixture.uniqueName('mismatch')
      await fixture.declare(transport, before(fixture, name))
      await expect(fixture.declare(transport, after(fixture, name))).rejects.toMatchObject({
        name: 'TransportError',
        code: 'topology-mismatch',
        retriable: false,
        message: expect.stringContaining(name),
      })
      const lane = await fixture.lane(transport, protocol)
      await transport.publish(textMessage(lane.target, END))
      expect(await (await fixture.consume(transport, lane.source)).receive(1)).toEqual([END])
    })
  })
}

const exchangeMismatch: Mismatch = {
  what: 'an exchange of another type',
  before: (_, name) => ({ exchanges: [{ name, type: 'topic', durable: true, autoDelete: true }] }),
  after: (_, name) => ({ exchanges: [{ name, type: 'direct', durable: true, autoDelete: true }] }),
}

const queueMismatch: Mismatch = {
  what: 'a queue with other arguments',
  before: (fixture, name) => ({ queues: [fixture.queue(name, { 'x-message-ttl': 60_000 })] }),
  after: (fixture, name) => ({ queues: [fixture.queue(name, { 'x-message-ttl': 30_000 })] }),
}

const partitionMismatch: Mismatch = {
  what: 'a topic with another number of partitions',
  before: (fixture, name) => ({ topics: [fixture.topic(name, 2)] }),
  after: (fixture, name) => ({ topics: [fixture.topic(name, 3)] }),
}

interface Mismatch {
  readonly what: string
  readonly before: (fixture: Fixture, name: string) => Parameters<Fixture['declare']>[1]
  readonly after: (fixture: Fixture, name: string) => Parameters<Fixture['declare']>[1]
}
