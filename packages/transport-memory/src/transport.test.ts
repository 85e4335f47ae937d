import type { Subscription, Topology } from '@concordat/runtime'
import { transportSuite } from '@concordat/runtime/testing'
import { expect, it, onTestFinished, vi } from 'vitest'

import { openTransport } from './open-transport.ts'

transportSuite({
  protocols: ['amqp', 'kafka'],
  open: () => openTransport('memory:suite', {}),
  timeout: 10_000,
})

const topology: Topology = {
  exchanges: [],
  queues: [{ name: 'orders', durable: true, exclusive: false, autoDelete: false }],
  bindings: [],
  topics: [{ name: 'orders', partitions: 1, replicas: 1, configuration: {} }],
}
const amqp = { queue: 'orders', deadLetters: false }
const kafka = { topic: 'orders', groupId: 'group', start: 'earliest' as const }

it('publishes to the targets of both protocols, and reads from the first source', async () => {
  const transport = await openTransport('memory:both', {})
  onTestFinished(() => transport.close())
  await transport.declare(topology)
  const origins: string[] = []
  const subscribe = async (source: Subscription['source']): Promise<void> => {
    await transport.subscribe({ source, prefetch: 1, onLost: () => {} }, async ({ origin }) => {
      origins.push(origin)
      return 'ack'
    })
  }
  await subscribe({ amqp, kafka })
  await subscribe({ kafka: { ...kafka, groupId: 'other' } })
  const target = {
    amqp: { exchange: '', routingKey: 'orders', mandatory: true, persistent: true },
    kafka: { topic: 'orders' },
  }
  await transport.publish({ target, body: Buffer.alloc(0), contentType: 'text/plain', headers: {} })
  await vi.waitFor(() => expect(origins.toSorted()).toEqual(['queue orders', 'topic orders[0]@0']))
})

it('shares a broker among the connections of its name, and with no other', async () => {
  const [one, same, other] = await Promise.all(
    ['memory:shop', 'memory://shop', 'memory:'].map((url) => openTransport(url, {})),
  )
  await one?.declare(topology)
  const source = { source: { amqp }, prefetch: 1, onLost: (): void => {} }
  await expect(same?.subscribe(source, async () => 'ack')).resolves.toBeDefined()
  await expect(other?.subscribe(source, async () => 'ack')).rejects.toMatchObject({ code: 'not-found' })
})
