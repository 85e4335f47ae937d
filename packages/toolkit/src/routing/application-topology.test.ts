import { expect, it } from 'vitest'
import type { System } from '../model/catalog.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { applicationTopology, type ApplicationTopology } from './application-topology.ts'

const exchange = (name: string, type = 'topic', more = {}): object => ({ name, type, durable: true, ...more })
const routingKey = (name: string, type = 'topic', bindings: readonly object[] = [], more = {}): object => ({
  bindings: { amqp: { is: 'routingKey', exchange: exchange(name, type, more), 'x-bindings': bindings } },
})
const queue = (name: string, bindings: readonly object[] = [], more = {}): object => ({
  bindings: {
    amqp: { is: 'queue', queue: { name, durable: true, 'x-arguments': more }, 'x-bindings': bindings },
  },
})

async function topologyOf(
  channels: Readonly<Record<string, object>>,
  operations: Readonly<Record<string, object>>,
): Promise<ApplicationTopology> {
  const addressed = Object.entries(channels).map(([name, channel]) => [name, { address: name, ...channel }])
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'App', version: '1.0.0' },
    channels: Object.fromEntries(addressed) as Readonly<Record<string, object>>,
    operations,
  }
  const catalog = await loadCatalog(memorySource({ 'asyncapi/sys/app.json': JSON.stringify(document) }))
  const system = catalog.systems[0] as System
  const service = system.services[0]
  if (service === undefined) throw new Error('the document has no operations')
  return applicationTopology(system, service)
}

const send = (channel: string): object => ({ action: 'send', channel: { $ref: `#/channels/${channel}` } })
const receive = (channel: string, more = {}): object => ({
  action: 'receive',
  channel: { $ref: `#/channels/${channel}` },
  ...more,
})

function names(topology: ApplicationTopology): object {
  return {
    exchanges: topology.exchanges.map(({ name }) => name),
    queues: topology.queues.map(({ name }) => name),
    bindings: topology.bindings.map(
      ({ exchange: from, destination, routingKey: key }) =>
        `${from} -${key}-> ${destination.kind} ${destination.name}`,
    ),
    topics: topology.topics.map(({ topic }) => topic),
  }
}

it('holds the exchange that is sent to, not who listens to it', async () => {
  const channels = {
    created: routingKey('orders'),
    all: queue('all', [{ exchange: 'orders', routingKey: '#' }]),
  }
  expect(names(await topologyOf(channels, { s: send('created') }))).toEqual({
    exchanges: ['orders'],
    queues: [],
    bindings: [],
    topics: [],
  })
})

it('holds a queue with its bindings, where these come from and where its dead letters go', async () => {
  const channels = {
    created: routingKey('orders'),
    other: routingKey('payments'),
    all: routingKey('analytics', 'fanout', [{ exchange: 'orders', routingKey: '#' }]),
    dead: routingKey('dead', 'direct'),
    mine: queue('mine', [{ exchange: 'analytics', routingKey: '' }], {
      'x-dead-letter-exchange': 'dead',
      'x-dead-letter-routing-key': 'mine',
    }),
    mineDead: queue('mine.dead', [{ exchange: 'dead', routingKey: 'mine' }]),
    otherDead: queue('other.dead', [{ exchange: 'dead', routingKey: 'other' }]),
  }
  expect(names(await topologyOf(channels, { r: receive('mine') }))).toEqual({
    exchanges: ['analytics', 'dead', 'orders'],
    queues: ['mine', 'mine.dead'],
    bindings: ['analytics --> queue mine', 'dead -mine-> queue mine.dead', 'orders -#-> exchange analytics'],
    topics: [],
  })
})

it('holds the alternate exchange with its queues', async () => {
  const channels = {
    created: routingKey('orders', 'topic', [], { 'x-arguments': { 'alternate-exchange': 'lost' } }),
    lost: routingKey('lost', 'fanout'),
    found: queue('found', [{ exchange: 'lost', routingKey: '' }]),
  }
  expect(names(await topologyOf(channels, { s: send('created') }))).toEqual({
    exchanges: ['lost', 'orders'],
    queues: ['found'],
    bindings: ['lost --> queue found'],
    topics: [],
  })
})

it('gives an application that receives by routing key a queue of its own', async () => {
  const channels = { 'order.{region}.created': routingKey('orders') }
  expect(names(await topologyOf(channels, { r: receive('order.{region}.created') }))).toEqual({
    exchanges: ['orders'],
    queues: ['app.order.*.created'],
    bindings: ['orders -order.*.created-> queue app.order.*.created'],
    topics: [],
  })
})

it('takes an exchange that nobody declares for a topic exchange', async () => {
  const channels = { mine: queue('mine', [{ exchange: 'elsewhere', routingKey: 'a.#' }]) }
  const { exchanges } = await topologyOf(channels, { r: receive('mine') })
  expect(exchanges).toEqual([
    { name: 'elsewhere', type: 'topic', durable: true, autoDelete: false, arguments: {} },
  ])
})

it('holds topics and their dead-letter topics, with as many partitions where nothing else is said', async () => {
  const kafka = (topic: string, partitions: number): object => ({
    bindings: { kafka: { topic, partitions, replicas: 2, topicConfiguration: { 'retention.ms': 1 } } },
  })
  const channels = { a: kafka('a', 6), b: kafka('b', 3), known: kafka('b.dlq', 1), param: kafka('c.{x}', 1) }
  const operations = {
    ra: receive('a', { 'x-delivery': { deadLetterTopic: 'a.dlq' } }),
    rb: receive('b', { 'x-delivery': { deadLetterTopic: 'b.dlq' } }),
    sc: send('param'),
  }
  const { topics } = await topologyOf(channels, operations)
  expect(topics.map(({ topic, partitions, replicas }) => [topic, partitions, replicas])).toEqual([
    ['a', 6, 2],
    ['a.dlq', 6, 2],
    ['b', 3, 2],
    ['b.dlq', 1, 2],
  ])
})
