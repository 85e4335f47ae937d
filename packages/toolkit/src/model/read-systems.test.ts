import { describe, expect, it } from 'vitest'
import type { Operation, System } from './catalog.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

const CHANNELS = `asyncapi: 3.0.0
info: {title: Shop channels, version: 1.0.0, description: The shop.}
servers: {broker: {host: 'localhost:5672', pathname: /shop, protocol: amqp, description: Main.}}
channels:
  requests:
    address: requests
    messages:
      query: {$ref: '#/components/messages/Query'}
      command: {$ref: '#/components/messages/Command'}
  replies:
    address: replies
    messages: {answer: {name: Answer}}
components:
  messages: {Query: {name: Query}, Command: {name: Command}}
`

const SERVICE = `asyncapi: 3.0.0
info:
  title: Order Service
  version: 2.1.0
  description: Takes orders.
  contact: {name: Orders team}
  x-source: oms
servers: {broker: {$ref: './channels.yaml#/servers/broker'}}
channels:
  requests: {$ref: './channels.yaml#/channels/requests'}
operations:
  receiveQueries:
    action: receive
    title: Queries
    summary: Answers queries.
    channel: {$ref: '#/channels/requests'}
    messages: [{$ref: '#/channels/requests/messages/query'}]
    bindings: {amqp: {ack: true}}
    reply: {channel: {$ref: './channels.yaml#/channels/replies'}}
    x-delivery: {prefetch: 50, retry: {attempts: 5, delay: 100}, deadLetterTopic: dead, start: latest}
  sendAll:
    action: send
    channel: {$ref: './channels.yaml#/channels/requests'}
    traits: [{summary: from a trait, description: from a trait}]
    summary: own
`

async function systemOf(files: Readonly<Record<string, string>>): Promise<System> {
  const [system] = (await loadCatalog(memorySource(files))).systems
  if (system === undefined) throw new Error('no system was read')
  return system
}

function names(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name)
}

describe('a system in AsyncAPI 3', () => {
  const files = { 'asyncapi/shop/channels.yaml': CHANNELS, 'asyncapi/shop/orders.yaml': SERVICE }

  it('shares what several documents refer to', async () => {
    const system = await systemOf(files)
    expect(system).toMatchObject({ name: 'shop', description: 'The shop.' })
    expect(names(system.servers)).toEqual(['broker'])
    expect(names(system.channels)).toEqual(['replies', 'requests'])
    expect(names(system.messages)).toEqual(['Answer', 'Command', 'Query'])
    expect(system.documents.map(({ path, asyncapi }) => [path, asyncapi])).toEqual([
      ['asyncapi/shop/channels.yaml', '3.0.0'],
      ['asyncapi/shop/orders.yaml', '3.0.0'],
    ])
    expect(system.servers[0]).toMatchObject({ host: 'localhost:5672', pathname: '/shop', protocol: 'amqp' })
  })

  it('has a service for each document with operations', async () => {
    const { services } = await systemOf(files)
    expect(services).toMatchObject([
      {
        name: 'orders',
        system: 'shop',
        title: 'Order Service',
        version: '2.1.0',
        description: 'Takes orders.',
        owner: 'Orders team',
        source: 'oms',
      },
    ])
  })

  it('reads operations with their messages, replies and delivery', async () => {
    const system = await systemOf(files)
    const [receive, send] = system.services[0]?.operations ?? []
    expect(receive).toMatchObject({
      name: 'receiveQueries',
      action: 'receive',
      service: 'orders',
      title: 'Queries',
      summary: 'Answers queries.',
      bindings: { amqp: { ack: true } },
      delivery: {
        prefetch: 50,
        attempts: 5,
        delay: 100,
        multiplier: 2,
        maxDelay: 60_000,
        deadLetterTopic: 'dead',
        start: 'latest',
        stated: true,
      },
    })
    expect(names(receive?.messages ?? [])).toEqual(['Query'])
    expect(names(receive?.reply?.messages ?? [])).toEqual(['Answer'])
    expect(receive?.channel).toBe(system.channels[1])
    expect(names(send?.messages ?? [])).toEqual(['Command', 'Query'])
    expect(send).toMatchObject({ summary: 'own', description: 'from a trait', reply: undefined })
    expect(send?.delivery).toEqual({
      prefetch: 10,
      attempts: 3,
      delay: 1000,
      multiplier: 2,
      maxDelay: 60_000,
      deadLetterTopic: undefined,
      start: 'earliest',
      stated: false,
    })
  })

  it('is on its server from a document that only holds channels', async () => {
    const channels = 'asyncapi: 3.0.0\ninfo: {title: C, version: 1.0.0}\nchannels: {a: {address: a}}\n'
    const service = `asyncapi: 3.0.0
info: {title: S, version: 1.0.0}
servers: {k: {host: localhost, protocol: kafka}}
channels: {a: {$ref: './channels.yaml#/channels/a'}}
operations: {send: {action: send, channel: {$ref: '#/channels/a'}}}
`
    const system = await systemOf({
      'asyncapi/s/channels.yaml': channels,
      'asyncapi/s/service.yaml': service,
    })
    expect(system.channels[0]?.kafka?.topic).toBe('a')
  })

  it('names a channel that another system defines by that system', async () => {
    const other = SERVICE.replaceAll('./channels.yaml', '../shop/channels.yaml')
    const catalog = await loadCatalog(memorySource({ ...files, 'asyncapi/crm/crm.yaml': other }))
    expect(catalog.systems[0]?.channels.map(({ name, system }) => `${system}/${name}`)).toEqual([
      'shop/replies',
      'shop/requests',
    ])
  })
})

const V2 = `asyncapi: 2.6.0
info: {title: Account Service, version: 1.0.0}
defaultContentType: application/json
servers:
  production: {url: 'amqp://broker.example.com:5672/accounts', protocol: amqp}
  other: {url: broker.example.com, protocol: mqtt}
channels:
  user/{id}/signedup:
    servers: [production]
    parameters: {id: {description: Who., schema: {type: string, enum: [a, b]}}}
    publish:
      operationId: onUserSignedUp
      summary: Takes sign-ups.
      x-delivery: {prefetch: 1}
      message: {$ref: '#/components/messages/SignedUp'}
  user.commands:
    bindings: {amqp: {is: queue, queue: {name: commands, exclusive: false}}}
    subscribe:
      traits: [{summary: from the trait}]
      summary: own
      message:
        oneOf:
          - {$ref: '#/components/messages/SignedUp'}
          - {payload: {type: object}, contentType: text/plain}
components:
  messages:
    SignedUp:
      messageId: signedUp
      payload: {$ref: '#/components/schemas/SignedUp'}
      schemaFormat: application/vnd.aai.asyncapi;version=2.6.0
      examples: [{payload: {id: a}}]
  schemas:
    SignedUp: {type: object, properties: {id: {type: string}}}
`

describe('a system in AsyncAPI 2', () => {
  const operation = async (name: string): Promise<Operation | undefined> =>
    (await systemOf({ 'asyncapi.yaml': V2 })).services[0]?.operations.find(
      (candidate) => candidate.name === name,
    )

  it('has its channels by address', async () => {
    const system = await systemOf({ 'asyncapi.yaml': V2 })
    expect(names(system.services)).toEqual(['account-service'])
    expect(system.channels).toMatchObject([
      {
        name: 'user.commands',
        address: 'user.commands',
        amqp: { is: 'queue', queue: { name: 'commands' } },
      },
      {
        name: 'user/{id}/signedup',
        address: 'user/{id}/signedup',
        servers: [{ name: 'production', host: 'broker.example.com:5672', pathname: '/accounts' }],
        parameters: [{ name: 'id', enum: ['a', 'b'], description: 'Who.' }],
        amqp: { is: 'queue', queue: { name: 'user/{id}/signedup' } },
      },
    ])
    expect(names(system.channels[0]?.servers ?? [])).toEqual(['other', 'production'])
  })

  it('receives what others publish', async () => {
    expect(await operation('onUserSignedUp')).toMatchObject({
      action: 'receive',
      summary: 'Takes sign-ups.',
      delivery: { prefetch: 1, stated: true },
      messages: [
        { name: 'signedUp', payload: { pointer: '/components/schemas/SignedUp' }, schemaFormat: undefined },
      ],
    })
  })

  it('sends what others subscribe to, one of several messages', async () => {
    const sent = await operation('send-user-commands')
    expect(sent).toMatchObject({ action: 'send', summary: 'from the trait' })
    expect(sent?.messages.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['signedUp', 'application/json'],
      ['user.commands-2', 'text/plain'],
    ])
  })
})
