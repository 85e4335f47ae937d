import { describe, expect, it } from 'vitest'

import type { BindingDeclaration, BrokerArguments, ExchangeDeclaration, ExchangeType } from '../contract.ts'
import type { OutgoingMessage, Transport } from '../transport.ts'
import { type Fixture, END, textMessage, toQueue } from './fixture.ts'
import type { Inbox } from './inbox.ts'

/** Routing of AMQP 0-9-1 (3.1.3) and RabbitMQ's exchange-to-exchange bindings. */
export function exchangeSuite(fixture: Fixture): void {
  describe('exchanges', () => {
    it.each([
      { pattern: 'order.created', matches: ['order.created'] },
      { pattern: 'order.*', matches: ['order.created', 'order.'] },
      { pattern: 'order.#', matches: ['order', 'order.created', 'order.', 'order.payment.failed'] },
      { pattern: '*.created', matches: ['order.created'] },
      { pattern: 'order.*.failed', matches: ['order.payment.failed'] },
      { pattern: '#.failed', matches: ['order.payment.failed', 'failed'] },
      { pattern: '*', matches: ['order', 'failed'] },
      {
        pattern: '#',
        matches: ['order', 'order.created', 'order.', 'order.payment.failed', 'failed', ''],
      },
    ])('topic routes by $pattern', async ({ pattern, matches }) => {
      const { transport, publish, inboxes } = await routed(fixture, 'topic', [[{ routingKey: pattern }]])
      for (const key of ['order', 'order.created', 'order.', 'order.payment.failed', 'failed', '']) {
        await publish(key)
      }
      expect(await everyText(transport, inboxes)).toEqual([matches])
    })

    it('direct routes by the exact key', async () => {
      const { transport, publish, inboxes } = await routed(fixture, 'direct', [
        [{ routingKey: 'order.created' }],
        [{ routingKey: 'order.*' }],
        [{ routingKey: 'order.created' }, { routingKey: 'order.cancelled' }],
      ])
      for (const key of ['order.created', 'order.cancelled', 'order']) await publish(key)
      expect(await everyText(transport, inboxes)).toEqual([
        ['order.created'],
        [],
        ['order.created', 'order.cancelled'],
      ])
    })

    it('fanout routes to every queue', async () => {
      const { transport, publish, inboxes } = await routed(fixture, 'fanout', [
        [{ routingKey: '' }],
        [{ routingKey: 'ignored' }],
      ])
      await publish('anything')
      expect(await everyText(transport, inboxes)).toEqual([['anything'], ['anything']])
    })

    it('headers routes by all or any of the arguments', async () => {
      const pdf = { format: 'pdf', kind: 'report' }
      const { transport, publish, inboxes } = await routed(fixture, 'headers', [
        [{ routingKey: '', arguments: { 'x-match': 'all', ...pdf } }],
        [{ routingKey: '', arguments: { 'x-match': 'any', ...pdf } }],
        [{ routingKey: '', arguments: pdf }],
      ])
      await publish('both', pdf)
      await publish('one', { format: 'pdf' })
      await publish('other value', { format: 'csv' })
      await publish('none')
      expect(await everyText(transport, inboxes)).toEqual([['both'], ['both', 'one'], ['both']])
    })

    it('brings one copy to a queue that several bindings match', async () => {
      const { transport, publish, inboxes } = await routed(fixture, 'topic', [
        [{ routingKey: '#' }, { routingKey: 'order.*' }, { routingKey: 'order.created' }],
      ])
      await publish('order.created')
      expect(await everyText(transport, inboxes)).toEqual([['order.created']])
    })

    it('routes from exchange to exchange, round a circle once', async () => {
      const transport = await fixture.open()
      const [orders, analytics] = [fixture.uniqueName('orders'), fixture.uniqueName('analytics')]
      const queue = fixture.uniqueName('analytics-queue')
      await fixture.declare(transport, {
        exchanges: [exchange(orders, 'topic'), exchange(analytics, 'fanout')],
        queues: [fixture.queue(queue)],
        bindings: [
          bind(orders, 'exchange', analytics, 'order.#'),
          bind(analytics, 'exchange', orders, '#'),
          bind(analytics, 'queue', queue, ''),
        ],
      })
      await transport.publish(textMessage(to(orders, 'order.created'), 'order.created'))
      await transport.publish(textMessage(to(analytics, 'direct.hit'), 'direct.hit'))
      await expect(transport.publish(textMessage(to(orders, 'other'), 'other'))).rejects.toMatchObject({
        code: 'unroutable',
      })
      const inbox = await fixture.consume(transport, { amqp: { queue, deadLetters: false } })
      await transport.publish(textMessage(toQueue(queue), END))
      expect(await inbox.receiveUntil(END)).toEqual(['order.created', 'direct.hit'])
    })

    it('take no binding from an exchange that does not exist', async () => {
      const transport = await fixture.open()
      const [queue, missing] = [fixture.uniqueName('unbound'), fixture.uniqueName('missing')]
      const topology = { queues: [fixture.queue(queue)], bindings: [bind(missing, 'queue', queue, '#')] }
      await expect(fixture.declare(transport, topology)).rejects.toMatchObject({
        name: 'TransportError',
        code: 'not-found',
        message: expect.stringContaining(missing),
      })
    })

    it('rejects a mandatory message that no queue takes, and only that one', async () => {
      const { transport, publish, name, inboxes } = await routed(fixture, 'topic', [
        [{ routingKey: 'order.*' }],
      ])
      const unroutable = transport.publish(textMessage(to(name, 'nobody.cares'), 'nobody.cares'))
      const routable = publish('order.created')
      await expect(unroutable).rejects.toMatchObject({
        name: 'TransportError',
        code: 'unroutable',
        retriable: false,
        message: expect.stringContaining('nobody.cares'),
      })
      await routable
      const missing = fixture.uniqueName('missing')
      await expect(transport.publish(textMessage(toQueue(missing), 'x'))).rejects.toMatchObject({
        code: 'unroutable',
      })
      expect(await everyText(transport, inboxes)).toEqual([['order.created']])
    })

    it('resolves for a message that need not be routed', async () => {
      const { transport, name, inboxes } = await routed(fixture, 'topic', [[{ routingKey: 'order.*' }]])
      const target = { amqp: { exchange: name, routingKey: 'nobody', mandatory: false, persistent: false } }
      await transport.publish(textMessage(target, 'nobody'))
      expect(await everyText(transport, inboxes)).toEqual([[]])
    })
  })
}

interface Binding {
  readonly routingKey: string
  readonly arguments?: BrokerArguments
}

interface Routed {
  readonly name: string
  readonly transport: Transport
  /** Publishes the routing key as the text; mandatory only where it must be routed. */
  readonly publish: (routingKey: string, headers?: Readonly<Record<string, string>>) => Promise<void>
  readonly inboxes: readonly QueueInbox[]
}

interface QueueInbox {
  readonly queue: string
  readonly inbox: Inbox
}

/** An exchange with one queue for each list of bindings. */
async function routed(
  fixture: Fixture,
  type: ExchangeType,
  queues: readonly (readonly Binding[])[],
): Promise<Routed> {
  const transport = await fixture.open()
  const name = fixture.uniqueName(type)
  const queueNames = queues.map((_, index) => `${name}.queue-${index}`)
  await fixture.declare(transport, {
    exchanges: [exchange(name, type)],
    queues: queueNames.map((queue) => fixture.queue(queue)),
    bindings: queueNames.flatMap((queue, index) =>
      (queues[index] ?? []).map((binding) => ({
        exchange: name,
        destination: { kind: 'queue' as const, name: queue },
        ...binding,
      })),
    ),
  })
  const publish: Routed['publish'] = async (routingKey, headers = {}) => {
    const target = { amqp: { exchange: name, routingKey, mandatory: false, persistent: true } }
    await transport.publish({ ...textMessage(target, routingKey), headers })
  }
  const inboxes: QueueInbox[] = []
  for (const queue of queueNames) {
    inboxes.push({ queue, inbox: await fixture.consume(transport, { amqp: { queue, deadLetters: false } }) })
  }
  return { name, transport, publish, inboxes }
}

/** What each queue received; a last message straight into each queue says that nothing more is on its way. */
async function everyText(transport: Transport, inboxes: readonly QueueInbox[]): Promise<string[][]> {
  for (const { queue } of inboxes) await transport.publish(textMessage(toQueue(queue), END))
  return Promise.all(inboxes.map(({ inbox }) => inbox.receiveUntil(END)))
}

function exchange(name: string, type: ExchangeType): ExchangeDeclaration {
  return { name, type, durable: true, autoDelete: true }
}

function bind(
  source: string,
  kind: 'queue' | 'exchange',
  name: string,
  routingKey: string,
): BindingDeclaration {
  return { exchange: source, destination: { kind, name }, routingKey }
}

function to(name: string, routingKey: string): OutgoingMessage['target'] {
  return { amqp: { exchange: name, routingKey, mandatory: true, persistent: true } }
}
