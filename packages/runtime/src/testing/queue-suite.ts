import { describe, expect, it } from 'vitest'

import type { BrokerArguments } from '../contract.ts'
import type { Transport } from '../transport.ts'
import { type Fixture, END, textMessage, toQueue } from './fixture.ts'
import { receiveTogether } from './inbox.ts'

/** Queues of AMQP 0-9-1 with RabbitMQ's time to live and dead lettering. */
export function queueSuite(fixture: Fixture): void {
  describe('queues', () => {
    it('share their messages among their consumers', async () => {
      const [left, right] = [await fixture.open(), await fixture.open()]
      const queue = fixture.uniqueName('shared')
      await fixture.declare(left, { queues: [fixture.queue(queue)] })
      const source = { amqp: { queue, deadLetters: false } }
      const inboxes = [await fixture.consume(left, source), await fixture.consume(right, source)]
      const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`)
      for (const text of texts) await left.publish(textMessage(toQueue(queue), text))
      expect(await receiveTogether(inboxes, 20, fixture.timeout)).toEqual(texts.toSorted())
      for (const inbox of inboxes) expect(inbox.texts).not.toEqual([])
    })

    it('dead-letter a refused message under its own routing key', async () => {
      const transport = await fixture.open()
      const { queue, dead } = await declareDeadLettering(fixture, transport, {})
      await transport.publish(textMessage(toQueue(queue), 'refused'))
      await fixture.consume(
        transport,
        { amqp: { queue, deadLetters: true } },
        { settle: () => 'dead-letter' },
      )
      const inbox = await fixture.consume(transport, { amqp: { queue: dead, deadLetters: false } })
      expect(await inbox.receive(1)).toEqual(['refused'])
    })

    it('dead-letter a message that outlived its time', async () => {
      const transport = await fixture.open()
      const { queue, dead } = await declareDeadLettering(fixture, transport, {
        'x-message-ttl': 50,
        'x-dead-letter-routing-key': 'expired',
      })
      await transport.publish(textMessage(toQueue(queue), 'late'))
      const inbox = await fixture.consume(transport, { amqp: { queue: dead, deadLetters: false } })
      expect(await inbox.receive(1)).toEqual(['late'])
      await transport.publish(textMessage(toQueue(dead), END))
      expect(await inbox.receiveUntil(END)).toEqual(['late'])
    })
  })
}

/** A queue whose dead letters go to another one through a direct exchange, by the queue's name or as `expired`. */
async function declareDeadLettering(
  fixture: Fixture,
  transport: Transport,
  queueArguments: BrokerArguments,
): Promise<{ queue: string; dead: string }> {
  const queue = fixture.uniqueName('lettering')
  const [exchange, dead] = [`${queue}.exchange`, `${queue}.dead`]
  const destination = { kind: 'queue' as const, name: dead }
  await fixture.declare(transport, {
    exchanges: [{ name: exchange, type: 'direct', durable: true, autoDelete: true }],
    queues: [
      fixture.queue(queue, { 'x-dead-letter-exchange': exchange, ...queueArguments }),
      fixture.queue(dead),
    ],
    bindings: [
      { exchange, destination, routingKey: queue },
      { exchange, destination, routingKey: 'expired' },
    ],
  })
  return { queue, dead }
}
