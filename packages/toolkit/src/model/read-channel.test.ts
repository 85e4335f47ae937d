import { describe, expect, it } from 'vitest'
import type { Channel } from './catalog.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

async function channelOf(channel: object, document: object = {}): Promise<Channel> {
  const text = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'T', version: '1.0.0' },
    channels: { orders: channel },
    ...document,
  })
  const catalog = await loadCatalog(memorySource({ 'asyncapi/shop/channels.json': text }))
  const found = catalog.systems[0]?.channels[0]
  if (found === undefined) throw new Error('no channel was read')
  return found
}

const server = (protocol: string): object => ({ host: 'localhost', protocol })

describe('a channel', () => {
  it('has its name, address, system and parameters', async () => {
    const parameters = { region: { enum: ['eu', 'us'], default: 'eu', description: 'Where.' } }
    expect(await channelOf({ address: 'orders.{region}', title: 'T', parameters })).toMatchObject({
      id: 'asyncapi/shop/channels.json#/channels/orders',
      name: 'orders',
      address: 'orders.{region}',
      system: 'shop',
      title: 'T',
      parameters: [{ name: 'region', enum: ['eu', 'us'], default: 'eu', description: 'Where.' }],
      protocols: [],
      amqp: undefined,
      kafka: undefined,
    })
  })

  it('is on the servers that it lists, else on all', async () => {
    const servers = { b: server('mqtt'), a: server('kafka') }
    const names = async (channel: object): Promise<string[]> =>
      (await channelOf(channel, { servers })).servers.map(({ name }) => name)
    expect(await names({})).toEqual(['a', 'b'])
    expect(await names({ servers: [{ $ref: '#/servers/b' }] })).toEqual(['b'])
  })

  it.each([
    ['amqp', ['amqp']],
    ['amqps', ['amqp']],
    ['kafka-secure', ['kafka']],
    ['mqtt', []],
    ['amqp1', []],
  ])('without bindings speaks what its %s server speaks', async (protocol, protocols) => {
    expect((await channelOf({ address: 'o' }, { servers: { s: server(protocol) } })).protocols).toEqual(
      protocols,
    )
  })

  it('without bindings is the queue or topic of its address', async () => {
    const servers = { a: server('amqp'), k: server('kafka') }
    expect(await channelOf({ address: 'orders.created' }, { servers })).toMatchObject({
      amqp: { is: 'queue', queue: { name: 'orders.created', durable: true, vhost: '/' }, bindings: [] },
      kafka: { topic: 'orders.created', partitions: 1, replicas: 1, configuration: {} },
    })
  })

  it('with one binding speaks only that protocol', async () => {
    const servers = { a: server('amqp'), k: server('kafka') }
    expect((await channelOf({ bindings: { kafka: {} } }, { servers })).protocols).toEqual(['kafka'])
  })
})

describe('an AMQP channel', () => {
  it('reads an exchange and the exchanges that feed it', async () => {
    const exchange = {
      name: 'orders',
      type: 'topic',
      durable: false,
      autoDelete: true,
      vhost: '/shop',
      'x-arguments': { 'alternate-exchange': 'unrouted' },
    }
    const binding = { exchange: 'all', routingKey: 'order.#', arguments: { 'x-match': 'all' } }
    const bindings = { amqp: { is: 'routingKey', exchange, 'x-bindings': [binding] } }
    const { amqp } = await channelOf({ address: 'order.created', bindings })
    expect(amqp).toMatchObject({
      is: 'routingKey',
      exchange: {
        name: 'orders',
        type: 'topic',
        durable: false,
        autoDelete: true,
        vhost: '/shop',
        arguments: { 'alternate-exchange': 'unrouted' },
      },
      bindings: [{ ...binding, node: { pointer: '/channels/orders/bindings/amqp/x-bindings/0' } }],
    })
  })

  it('fills in defaults', async () => {
    expect((await channelOf({ bindings: { amqp: {} } })).amqp).toEqual({
      is: 'routingKey',
      exchange: { name: '', type: 'default', durable: true, autoDelete: false, vhost: '/', arguments: {} },
      bindings: [],
    })
    expect((await channelOf({ address: 'q', bindings: { amqp: { is: 'queue' } } })).amqp).toEqual({
      is: 'queue',
      queue: { name: 'q', durable: true, exclusive: false, autoDelete: false, vhost: '/', arguments: {} },
      bindings: [],
    })
  })
})

describe('a Kafka channel', () => {
  it('reads the topic and its configuration as strings', async () => {
    const kafka = {
      topic: 'orders.v1',
      partitions: 6,
      replicas: 3,
      topicConfiguration: { 'cleanup.policy': ['compact', 'delete'], 'retention.ms': 604_800_000, x: true },
    }
    expect((await channelOf({ bindings: { kafka } })).kafka).toEqual({
      topic: 'orders.v1',
      partitions: 6,
      replicas: 3,
      configuration: { 'cleanup.policy': 'compact,delete', 'retention.ms': '604800000', x: 'true' },
    })
  })
})
