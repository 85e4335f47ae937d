import { loadCatalog, parseSource, type System } from '@concordat/toolkit/model'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { eventPaths } from './event-paths.ts'
import type { Picture, PictureLinks } from './picture.ts'
import { publishing, queueing, receiving, sending, smallBus } from './testing/small-bus.ts'
import { trafficOf } from './testing/traffic-of.ts'
import { applicationsOf } from './traffic.ts'

const links: PictureLinks = {
  application: ({ name }) => `${name}.html`,
  event: () => undefined,
  channel: () => 'channel.html',
}

function pathOf(system: System, name = 'Created'): Picture {
  const [picture, ...others] = eventPaths(trafficOf(system, name), links)
  if (picture === undefined || others.length > 0) throw new Error('expected one picture')
  return picture
}

function labels({ columns }: Picture): readonly (readonly string[])[] {
  return columns.map((boxes) => boxes.map(({ label, detail }) => [label, detail].filter(Boolean).join(' | ')))
}

const TOPIC = { name: 'orders', type: 'topic' }

describe('on RabbitMQ', () => {
  it('follows the routing key from the exchange to the application and its dead letters', async () => {
    const dead = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'crm.dead' }
    const picture = pathOf(
      await smallBus({
        channels: {
          created: publishing('order.created', TOPIC),
          crm: queueing('crm', [{ exchange: 'orders', routingKey: 'order.*' }], dead),
          mail: queueing('mail', [{ exchange: 'orders', routingKey: 'payment.*' }]),
          dead: queueing('crm.dead', [], { 'x-message-ttl': 5000 }),
        },
        operations: {
          send: sending('created'),
          receive: receiving('crm', { retry: { attempts: 4, delay: 1000, multiplier: 2 } }),
        },
      }),
    )
    expect(labels(picture)).toEqual([
      ['orders | topic exchange'],
      ['order.*'],
      ['crm | queue'],
      ['Orders | 4 attempts, 1 s to 4 s apart'],
      ['crm.dead | dead letters'],
    ])
    expect(picture.columns[2]?.[0]?.href).toBe('channel.html')
    expect(picture.columns[3]?.[0]?.href).toBe('orders.html')
    expect(picture.arrows.filter(({ isSometimes }) => isSometimes)).toHaveLength(1)
  })

  it('passes exchanges that are bound to exchanges, and alternate exchanges', async () => {
    const picture = pathOf(
      await smallBus({
        channels: {
          created: publishing('order.created', { ...TOPIC, 'x-arguments': { 'alternate-exchange': 'rest' } }),
          rest: publishing('rest', { name: 'rest', type: 'fanout' }),
          audit: publishing('audit', { name: 'audit', type: 'direct' }, [
            { exchange: 'rest', routingKey: '' },
          ]),
          log: queueing('log', [{ exchange: 'audit', routingKey: 'order.created' }]),
        },
        operations: { send: sending('created'), receive: receiving('log') },
      }),
    )
    expect(labels(picture)).toEqual([
      ['orders | topic exchange'],
      ['rest | alternate exchange'],
      ['audit | direct exchange'],
      ['order.created'],
      ['log | queue'],
      ['Orders | 3 attempts, 1 s to 2 s apart'],
    ])
  })

  it('says that nobody takes or reads it, and that dead letters are lost', async () => {
    const channels = { created: publishing('order.created', TOPIC) }
    const lost = await smallBus({ channels, operations: { send: sending('created') } })
    expect(labels(pathOf(lost)).at(-1)).toEqual(['no binding is stated'])
    const other = queueing('mail', [{ exchange: 'orders', routingKey: 'payment.*' }])
    const missed = await smallBus({
      channels: { ...channels, mail: other },
      operations: { send: sending('created') },
    })
    expect(labels(pathOf(missed)).at(-1)).toEqual(['no queue takes it'])
    const bound = [{ exchange: 'orders', routingKey: '#' }]
    const queue = queueing('crm', bound, { 'x-dead-letter-exchange': 'nowhere' })
    const unread = await smallBus({
      channels: { ...channels, queue },
      operations: { send: sending('created') },
    })
    expect(labels(pathOf(unread)).slice(-2)).toEqual([['no application reads it'], ['dead letters are lost']])
  })

  it('shows who reads a shared queue and does not know the event', async () => {
    const messages = { other: { name: 'Other' } }
    const picture = pathOf(
      await smallBus({
        channels: {
          created: publishing('order.created', TOPIC),
          crm: queueing('crm', [{ exchange: 'orders', routingKey: '#' }], {}, messages),
        },
        operations: { send: sending('created'), receive: receiving('crm') },
      }),
    )
    expect(labels(picture).at(-1)).toEqual(['Orders | does not handle it'])
  })

  it('draws bindings of one key as one', async () => {
    const bound = [{ exchange: 'orders', routingKey: '#' }]
    const picture = pathOf(
      await smallBus({
        channels: {
          created: publishing('order.created', TOPIC),
          crm: queueing('crm', bound),
          mail: queueing('mail', bound),
        },
        operations: { send: sending('created'), crm: receiving('crm'), mail: receiving('mail') },
      }),
    )
    expect(labels(picture).slice(1, 3)).toEqual([['#'], ['crm | queue', 'mail | queue']])
  })

  it('marks bindings that take it for some parameters or headers only', async () => {
    const by = { exchange: 'kinds', routingKey: '', arguments: { 'x-match': 'all', kind: 'order' } }
    const headers = pathOf(
      await smallBus({
        channels: {
          created: publishing('created', { name: 'kinds', type: 'headers' }),
          crm: queueing('crm', [by]),
        },
        operations: { send: sending('created'), receive: receiving('crm') },
      }),
    )
    expect(headers.columns[1]?.[0]?.label).toBe('kind: order')
    expect(headers.arrows.map(({ isSometimes }) => isSometimes === true)).toEqual([true, true, false])
  })

  it('gives an application that receives by a routing key its own queue', async () => {
    const picture = pathOf(
      await smallBus({
        channels: { created: publishing('order.created', TOPIC) },
        operations: { send: sending('created'), receive: receiving('created') },
      }),
    )
    expect(labels(picture).slice(1, 3)).toEqual([['order.created'], ['orders.order.created | queue']])
  })

  it('ends where exchanges are bound in a circle', async () => {
    const picture = pathOf(
      await smallBus({
        channels: {
          created: publishing('order.created', TOPIC, [{ exchange: 'second', routingKey: '#' }]),
          second: publishing('second', { name: 'second', type: 'topic' }, [
            { exchange: 'orders', routingKey: '#' },
          ]),
        },
        operations: { send: sending('created') },
      }),
    )
    expect(picture.columns.flat().filter(({ kind }) => kind === 'exchange')).toHaveLength(2)
  })
})

it('shows topic, group, application and dead letter topic on Kafka', async () => {
  const topic = { topic: 'orders', partitions: 6, replicas: 1 }
  const groupId = { type: 'string', enum: ['crm-group'] }
  const picture = pathOf(
    await smallBus({
      channels: {
        orders: { address: 'orders', messages: { created: { name: 'Created' } }, bindings: { kafka: topic } },
      },
      operations: {
        send: sending('orders'),
        receive: {
          ...receiving('orders', { deadLetterTopic: 'orders.dlq', retry: { attempts: 1 } }),
          bindings: { kafka: { groupId } },
        },
      },
    }),
  )
  expect(labels(picture)).toEqual([
    ['orders | 6 partitions'],
    ['crm-group | consumer group'],
    ['Orders | 1 attempt'],
    ['orders.dlq | dead letters'],
  ])
})

it('leads every event of this repository to everyone who receives it', async () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const source = parseSource('.', root)
  const { systems } = await loadCatalog(source)
  for (const system of systems)
    for (const { name } of system.messages) {
      const traffic = trafficOf(system, name)
      const boxes = eventPaths(traffic, links).flatMap(({ columns }) => columns.flat())
      const drawn = boxes.filter(
        ({ kind, detail }) => kind === 'application' && detail !== 'does not handle it',
      )
      const expected = applicationsOf(traffic.receivers).map((service) => `${service.name}.html`)
      expect(new Set(drawn.map(({ href }) => href)), `${system.name} ${name}`).toEqual(new Set(expected))
    }
})
