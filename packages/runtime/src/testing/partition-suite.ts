import { describe, expect, it } from 'vitest'

import type { Settlement } from '../transport.ts'
import { type Fixture, textMessage } from './fixture.ts'
import { closedGate } from './gate.ts'
import { textOf } from './inbox.ts'

/** Keys and partitions of Kafka. */
export function partitionSuite(fixture: Fixture): void {
  describe('partitions', () => {
    it('keep the order of each key', async () => {
      const transport = await fixture.open()
      const topic = fixture.uniqueName('keyed')
      await fixture.declare(transport, { topics: [fixture.topic(topic, 4)] })
      const inbox = await fixture.consume(transport, {
        kafka: { topic, groupId: topic, start: 'earliest' },
      })
      const keys = ['a', 'b', 'c', 'd', 'e', 'f']
      for (let round = 0; round < 10; round++) {
        for (const key of keys) await transport.publish(textMessage({ kafka: { topic } }, `${round}`, key))
      }
      await inbox.receive(60)
      for (const key of keys) {
        const ofKey = inbox.messages.filter((message) => message.key === key)
        expect(ofKey.map(textOf)).toEqual(Array.from({ length: 10 }, (_, round) => `${round}`))
        expect(new Set(ofKey.map(({ origin }) => partitionOf(origin))).size).toBe(1)
      }
    })

    // The expected partitions are (murmur2(key) & 0x7fffffff) % 4 with the hashes that Apache Kafka's own tests state.
    it.each([
      { key: '21', partition: 0 },
      { key: 'foobar', partition: 2 },
      { key: 'a-little-bit-long-string', partition: 0 },
      { key: 'a-little-bit-longer-string', partition: 3 },
      { key: 'lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', partition: 1 },
      { key: 'abc', partition: 3 },
    ])('take the key $key to partition $partition', async ({ key, partition }) => {
      const transport = await fixture.open()
      const topic = fixture.uniqueName('hashed')
      await fixture.declare(transport, { topics: [fixture.topic(topic, 4)] })
      await transport.publish(textMessage({ kafka: { topic } }, 'x', key))
      const inbox = await fixture.consume(transport, {
        kafka: { topic, groupId: topic, start: 'earliest' },
      })
      await inbox.receive(1)
      expect(inbox.messages[0]?.origin).toBe(`topic ${topic}[${partition}]@0`)
    })

    it('deliver one after another, and one that waits holds up no other', async () => {
      const transport = await fixture.open()
      const topic = fixture.uniqueName('parallel')
      await fixture.declare(transport, { topics: [fixture.topic(topic, 4)] })
      const publish = (text: string, key: string): Promise<void> =>
        transport.publish(textMessage({ kafka: { topic } }, text, key))
      const [waiting, free] = ['21', 'foobar']
      await publish('waits', waiting)
      await publish('comes after it', waiting)
      await publish('passes', free)
      const gate = closedGate()
      const inbox = await fixture.consume(
        transport,
        { kafka: { topic, groupId: topic, start: 'earliest' } },
        {
          settle: async (message): Promise<Settlement> => {
            if (message.key === waiting) await gate.opened
            return 'ack'
          },
        },
      )
      await inbox.receiveUntil('passes')
      await publish('passes too', free)
      await inbox.receiveUntil('passes too')
      expect(inbox.texts.toSorted()).toEqual(['passes', 'passes too', 'waits'])
      gate.open()
      await inbox.receiveUntil('comes after it')
    })
  })
}

/** Partition in an origin such as `topic orders.created[3]@17`. */
function partitionOf(origin: string): string {
  return /\[(\d+)\]@\d+$/.exec(origin)?.[1] ?? `no partition in ${origin}`
}
