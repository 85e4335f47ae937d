import type { OutgoingMessage, Transport } from '@concordat/runtime'
import type { System } from '@concordat/toolkit/model'
import { vi } from 'vitest'

import type { ObservedSubscription, Observer } from './observer.ts'

const TIMEOUT_MS = 60_000
/** Of so many keys for each partition it seldom happens that none falls into one of them. */
const KEYS_PER_PARTITION = 8

/**
 * Sends a message through every queue and every partition that an application reads and waits until it has come out at
 * the other end. Both keep their order, so whatever was confirmed before has then reached its subscription, if it was to.
 */
export async function passFences(transport: Transport, observer: Observer, system: System): Promise<void> {
  const { subscriptions } = observer
  const queues = new Set(subscriptions.flatMap(({ source }) => source.amqp?.queue ?? []))
  const topics = new Set(subscriptions.flatMap(({ source }) => source.kafka?.topic ?? []))
  await Promise.all([
    ...[...queues].map((queue) => passQueue(transport, observer, queue)),
    ...[...topics].map((topic) => passTopic(transport, observer, topic, partitionsOf(system, topic))),
  ])
}

async function passQueue(transport: Transport, observer: Observer, queue: string): Promise<void> {
  const readers = observer.subscriptions.filter(({ source }) => source.amqp?.queue === queue)
  // The default exchange routes to the queue that the routing key names (AMQP 0-9-1, 3.1.3.1).
  const target = { amqp: { exchange: '', routingKey: queue, mandatory: true, persistent: true } }
  await passAll(transport, target, [observer.newFence()], readers)
}

/** Keys decide the partition, and a compacted topic takes no message without one. */
async function passTopic(
  transport: Transport,
  observer: Observer,
  topic: string,
  partitions: number,
): Promise<void> {
  const readers = observer.subscriptions.filter(({ source }) => source.kafka?.topic === topic)
  const passed = new Set<string>()
  while (passed.size < partitions) {
    const fences = Array.from({ length: partitions * KEYS_PER_PARTITION }, () => observer.newFence())
    await passAll(transport, { kafka: { topic } }, fences, readers)
    for (const origin of readers.flatMap((reader) => [...reader.fences.values()]))
      passed.add(partitionOf(origin))
  }
}

async function passAll(
  transport: Transport,
  target: OutgoingMessage['target'],
  fences: readonly string[],
  readers: readonly ObservedSubscription[],
): Promise<void> {
  const messages = fences.map((text) => ({ body: Buffer.from(text), contentType: 'text/plain', headers: {} }))
  await Promise.all(
    messages.map((message, index) => transport.publish({ ...message, target, key: fences[index] ?? '' })),
  )
  const check = (): void => {
    const waiting = readers.filter((reader) => !fences.every((text) => reader.fences.has(text)))
    const names = waiting.map(({ application }) => application).join(', ')
    if (names !== '')
      throw new Error(`${names} did not read all of ${JSON.stringify(target)} in ${TIMEOUT_MS} ms`)
  }
  await vi.waitFor(check, { timeout: TIMEOUT_MS, interval: 10 })
}

/** `topic order.events[3]@17` is message 17 of `topic order.events[3]`. */
function partitionOf(origin: string): string {
  return origin.slice(0, origin.lastIndexOf('@'))
}

function partitionsOf(system: System, topic: string): number {
  return Math.max(...system.channels.flatMap(({ kafka }) => (kafka?.topic === topic ? kafka.partitions : [])))
}
