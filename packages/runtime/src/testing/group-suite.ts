import { describe, expect, it } from 'vitest'

import type { KafkaSource } from '../contract.ts'
import type { OutgoingMessage, Transport } from '../transport.ts'
import { type Fixture, END, textMessage } from './fixture.ts'
import { receiveTogether } from './inbox.ts'

/** Consumer groups of Kafka and their offsets. */
export function groupSuite(fixture: Fixture): void {
  describe('consumer groups', () => {
    it('each receive everything', async () => {
      const { transport, publish, source } = await openTopic(fixture, 2)
      for (let index = 0; index < 10; index++) await publish(`${index}`)
      for (const groupId of ['billing', 'notification']) {
        const inbox = await fixture.consume(transport, source(groupId))
        expect((await inbox.receive(10)).toSorted()).toEqual('0123456789'.split(''))
      }
    })

    it('share the partitions among their members, and take over those of one that leaves', async () => {
      const { transport, publish, source } = await openTopic(fixture, 4)
      const other = await fixture.open()
      const stays = await fixture.consume(transport, source('shared'))
      const leaves = await fixture.consume(other, source('shared'))
      const texts = Array.from({ length: 40 }, (_, index) => `message ${index}`)
      await Promise.all(texts.map((text) => publish(text)))
      const together = await receiveTogether([stays, leaves], 40, fixture.timeout)
      expect(together).toEqual(texts.toSorted())
      expect(stays.texts).not.toEqual([])
      expect(leaves.texts).not.toEqual([])

      await other.close()
      const more = texts.map((text) => `${text} again`)
      const mine = stays.texts.length
      await Promise.all(more.map((text) => publish(text)))
      const received = await stays.receive(mine + 40)
      expect(received.slice(mine).toSorted()).toEqual(more.toSorted())
    })

    it('read several topics, each through a subscription of its own', async () => {
      const transport = await fixture.open()
      const groupId = fixture.uniqueName('group')
      const topics = [fixture.uniqueName('requests'), fixture.uniqueName('payments')]
      await fixture.declare(transport, { topics: topics.map((topic) => fixture.topic(topic, 2)) })
      const inboxes = await Promise.all(
        topics.map((topic) => fixture.consume(transport, { kafka: { topic, groupId, start: 'earliest' } })),
      )
      const publish = async (text: string): Promise<void> => {
        for (const topic of topics) {
          await transport.publish(textMessage({ kafka: { topic } }, `${text} of ${topic}`, text))
        }
      }
      for (const text of ['1', '2', '3']) await publish(text)
      for (const [index, inbox] of inboxes.entries()) {
        const texts = ['1', '2', '3'].map((text) => `${text} of ${topics[index]}`)
        expect((await inbox.receive(3)).toSorted()).toEqual(texts)
      }

      await inboxes[0]?.close()
      await publish('4')
      expect((await inboxes[1]?.receive(4))?.at(-1)).toBe(`4 of ${topics[1]}`)
      expect(inboxes[0]?.texts).toHaveLength(3)
    })

    it('start at the earliest message where the contract says so', async () => {
      const { transport, publish, source } = await openTopic(fixture, 1)
      await publish('before')
      const inbox = await fixture.consume(transport, source('group', 'earliest'))
      await publish('after')
      expect(await inbox.receive(2)).toEqual(['before', 'after'])
    })

    it('start with what is published from now on where the contract says latest', async () => {
      const { transport, publish, source } = await openTopic(fixture, 1)
      await publish('before')
      const inbox = await fixture.consume(transport, source('group', 'latest'))
      await publish('after')
      expect(await inbox.receive(1)).toEqual(['after'])
    })

    it('go on where they stopped, whatever the start', async () => {
      const { transport, publish, source } = await openTopic(fixture, 1)
      for (const text of ['1', '2', '3']) await publish(text)
      const first = await fixture.consume(transport, source('group', 'earliest'))
      await first.receive(3)
      await first.close()
      for (const text of ['4', '5', '6']) await publish(text)
      const second = await fixture.consume(transport, source('group', 'latest'))
      expect(await second.receive(3)).toEqual(['4', '5', '6'])
      await second.close()
      await publish(END)
      const third = await fixture.consume(transport, source('group', 'earliest'))
      expect(await third.receiveUntil(END)).toEqual([])
    })
  })
}

interface OpenTopic {
  readonly transport: Transport
  /** Publishes a text under itself as the key. */
  readonly publish: (text: string) => Promise<void>
  readonly source: (group: string, start?: 'earliest' | 'latest') => { readonly kafka: KafkaSource }
}

async function openTopic(fixture: Fixture, partitions: number): Promise<OpenTopic> {
  const transport = await fixture.open()
  const topic = fixture.uniqueName('grouped')
  await fixture.declare(transport, { topics: [fixture.topic(topic, partitions)] })
  const target: OutgoingMessage['target'] = { kafka: { topic } }
  return {
    transport,
    publish: (text) => transport.publish(textMessage(target, text, text)),
    source: (group, start = 'earliest') => ({ kafka: { topic, groupId: `${topic}.${group}`, start } }),
  }
}
