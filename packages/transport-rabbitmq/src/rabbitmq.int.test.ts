import { randomUUID } from 'node:crypto'
import { type AddressInfo, type Server, type Socket, connect as connectSocket, createServer } from 'node:net'

import type {
  BrokerArguments,
  IncomingMessage,
  OutgoingMessage,
  Settlement,
  Topology,
  Transport,
} from '@concordat/runtime'
import { requireService } from '@concordat/workbench/require-service'
import { connect } from 'amqplib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { openTransport } from './open-transport.ts'

const url = requireService('rabbitmq')

describe('connecting', () => {
  it.each([
    { what: 'a wrong password', change: { password: 'wrong' }, code: 'access-refused', retriable: false },
    { what: 'an unknown virtual host', change: { pathname: '/none' }, code: 'not-found', retriable: false },
    {
      what: 'a port where nobody listens',
      change: { port: '1' },
      code: 'connection-refused',
      retriable: true,
    },
  ])('says $code for $what, and shows no credentials', async ({ change, code, retriable }) => {
    const wrong = changed(change)
    const error = await openTransport(wrong.href, {}).catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'TransportError', code, retriable })
    expect(String(error)).not.toContain(`:${wrong.password}@`)
    expect(String(error)).toContain(wrong.hostname)
  })
})

describe('publishing', () => {
  it('rejects what no queue takes and nothing else, with many in flight under one id', async () => {
    const { transport, queue } = await openQueue()
    const publishes = Array.from({ length: 300 }, (_, index) => {
      const goesNowhere = index % 3 === 0
      const message = {
        ...text(goesNowhere ? `${queue}.nowhere` : queue, `${index}`),
        id: `evt_${index % 5}`,
      }
      return { goesNowhere, published: transport.publish(message) }
    })
    const results = await Promise.allSettled(publishes.map(({ published }) => published))
    for (const [index, { goesNowhere }] of publishes.entries()) {
      expect(results[index]).toMatchObject(
        goesNowhere ? { reason: { code: 'unroutable', retriable: false } } : { status: 'fulfilled' },
      )
    }
    expect((await receive(transport, queue, 200)).map(textOf)).toEqual(
      publishes.flatMap(({ goesNowhere }, index) => (goesNowhere ? [] : [`${index}`])),
    )
  })

  it('keeps a missing exchange from other publishes in flight', async () => {
    const { transport, queue } = await openQueue()
    const missing = { ...text('x', 'lost'), target: amqp({ exchange: `${queue}.missing` }) }
    const results = await Promise.allSettled([
      transport.publish(text(queue, 'before')),
      transport.publish(missing),
      transport.publish(missing),
      transport.publish(text(queue, 'after')),
    ])
    expect(results.map(codeOf)).toEqual(['ok', 'not-found', 'not-found', 'ok'])
  })

  it('says that a full queue refuses', async () => {
    const { transport, queue } = await openQueue({ 'x-max-length': 1, 'x-overflow': 'reject-publish' })
    await transport.publish(text(queue, 'fills it'))
    await expect(transport.publish(text(queue, 'one too many'))).rejects.toMatchObject({
      code: 'broker-error',
      retriable: true,
    })
  })

  it('says what AMQP cannot carry', async () => {
    const { transport, queue } = await openQueue()
    await expect(transport.publish({ ...text(queue, ''), id: 'x'.repeat(256) })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('messageId'),
    })
    await transport.publish(text(queue, 'still usable'))
  })

  it('confirms thousands of publishes that are started at once', async () => {
    const { transport, queue } = await openQueue()
    const texts = Array.from({ length: 3000 }, (_, index) => `${index}`)
    await Promise.all(texts.map((each) => transport.publish(text(queue, each))))
    expect((await receive(transport, queue, 3000)).map(textOf)).toEqual(texts)
  })
})

describe('a lost connection', () => {
  it('rejects publishes in flight as retriable, ends subscriptions once, and is opened again', async () => {
    const { queue } = await openQueue()
    const proxy = await openProxy()
    const transport = await open(proxy.url)
    const lost: Error[] = []
    await transport.subscribe(
      { source: { amqp: { queue, deadLetters: false } }, prefetch: 1, onLost: (error) => lost.push(error) },
      async () => 'release',
    )
    await transport.publish(text(queue, 'arrives'))

    proxy.freeze()
    const inFlight = [transport.publish(text(queue, '1')), transport.publish(text(queue, '2'))]
    proxy.cut()
    for (const publish of inFlight) {
      await expect(publish).rejects.toMatchObject({ code: 'connection-lost', retriable: true })
    }
    await vi.waitFor(() => expect(lost).toMatchObject([{ code: 'connection-lost', retriable: true }]))

    await transport.publish(text(queue, 'on a new connection'))
    await receive(transport, queue, 2)
    await transport.close()
    expect(lost).toHaveLength(1)
  })
})

describe('closing', () => {
  it('comes to an end where the broker does not answer any more', async () => {
    const { queue } = await openQueue()
    const proxy = await openProxy()
    const transport = await openTransport(`${proxy.url}?heartbeat=1`, {})
    await transport.publish(text(queue, 'x'))
    proxy.freeze()
    const results = Promise.allSettled([transport.publish(text(queue, 'y'))])
    await transport.close()
    expect((await results).map(codeOf)).toEqual(['connection-lost'])
  })
})

describe('subscribing', () => {
  it('tells once that the queue was deleted', async () => {
    const { transport, queue, channel } = await openQueue()
    const lost: Error[] = []
    await transport.subscribe(
      { source: { amqp: { queue, deadLetters: false } }, prefetch: 1, onLost: (error) => lost.push(error) },
      async () => 'ack',
    )
    await channel.deleteQueue(queue)
    await vi.waitFor(() => expect(lost).toHaveLength(1))
    expect(lost).toMatchObject([{ code: 'not-found', message: expect.stringContaining(queue) }])
    await transport.close()
    expect(lost).toHaveLength(1)
  })

  it('keeps a dead letter in a queue that has nowhere to put it', async () => {
    const { transport, queue } = await openQueue()
    await transport.publish(text(queue, 'poison'))
    const other = await open(url)
    await receive(other, queue, 1, 'dead-letter')
    await other.close()
    expect(await receive(transport, queue, 1)).toMatchObject([{ redelivered: true }])
  })

  it('reads headers of every type as text', async () => {
    const { transport, queue, channel } = await openQueue()
    const headers = {
      text: 'ключ',
      number: 17,
      boolean: true,
      bytes: Buffer.from('bytes'),
      list: ['a', 1],
      table: { nested: true },
    }
    channel.sendToQueue(queue, Buffer.from('x'), { headers })
    const [received] = await receive(transport, queue, 1)
    expect(received?.headers).toEqual({
      text: 'ключ',
      number: '17',
      boolean: 'true',
      bytes: 'bytes',
      list: '["a",1]',
      table: '{"nested":true}',
    })
  })
})

describe('declaring', () => {
  it('says which argument differs', async () => {
    const { transport, queue } = await openQueue({ 'x-message-ttl': 60_000 })
    await expect(transport.declare(queues(queue, { 'x-message-ttl': 30_000 }))).rejects.toMatchObject({
      code: 'topology-mismatch',
      message: expect.stringMatching(/'x-message-ttl' .* received '30000' but current is '60000'/),
    })
  })

  it('passes over the exchanges that the broker brings along', async () => {
    const { transport, queue } = await openQueue()
    const exchange = { type: 'topic', durable: true, autoDelete: false } as const
    await transport.declare({
      ...queues(queue),
      exchanges: [
        { ...exchange, name: '' },
        { ...exchange, name: 'amq.topic' },
      ],
      bindings: [
        { exchange: 'amq.topic', destination: { kind: 'queue', name: queue }, routingKey: `${queue}.key` },
      ],
    })
    const target = amqp({ exchange: 'amq.topic', routingKey: `${queue}.key` })
    await transport.publish({ ...text('', 'routed'), target })
    expect((await receive(transport, queue, 1)).map(textOf)).toEqual(['routed'])
  })
})

/** The broker's URL with some parts replaced. */
function changed(parts: { [Part in 'hostname' | 'port' | 'password' | 'pathname']?: string }): URL {
  const copy = new URL(url)
  for (const [part, value] of Object.entries(parts)) copy[part as keyof typeof parts] = value
  return copy
}

async function open(brokerUrl: string): Promise<Transport> {
  const transport = await openTransport(brokerUrl, {})
  onTestFinished(() => transport.close())
  return transport
}

/** A transport, a queue of the test's own, and a channel for what the transport has no way to do. */
async function openQueue(queueArguments: BrokerArguments = {}): Promise<{
  transport: Transport
  queue: string
  channel: Awaited<ReturnType<Awaited<ReturnType<typeof connect>>['createChannel']>>
}> {
  const queue = `rabbitmq-test.${randomUUID()}`
  const model = await connect(url)
  const channel = await model.createChannel()
  onTestFinished(async () => {
    await channel.deleteQueue(queue)
    await model.close()
  })
  const transport = await open(url)
  await transport.declare(queues(queue, queueArguments))
  return { transport, queue, channel }
}

function queues(name: string, queueArguments: BrokerArguments = {}): Topology {
  const queue = { name, durable: true, exclusive: false, autoDelete: false, arguments: queueArguments }
  return { exchanges: [], queues: [queue], bindings: [], topics: [] }
}

function text(queue: string, body: string): OutgoingMessage {
  return {
    target: amqp({ routingKey: queue }),
    body: Buffer.from(body),
    contentType: 'text/plain',
    headers: {},
  }
}

function amqp(target: { exchange?: string; routingKey?: string }): OutgoingMessage['target'] {
  return { amqp: { exchange: '', routingKey: 'x', mandatory: true, persistent: true, ...target } }
}

async function receive(
  transport: Transport,
  queue: string,
  count: number,
  settlement: Settlement = 'ack',
): Promise<IncomingMessage[]> {
  const messages: IncomingMessage[] = []
  const source = { amqp: { queue, deadLetters: false } }
  const subscription = await transport.subscribe(
    { source, prefetch: 100, onLost: (error) => expect.fail(error.message) },
    async (message) => {
      messages.push(message)
      return settlement
    },
  )
  await vi.waitFor(() => expect(messages.length).toBeGreaterThanOrEqual(count), { timeout: 20_000 })
  await subscription.close()
  return messages
}

function textOf(message: IncomingMessage): string {
  return Buffer.from(message.body).toString()
}

function codeOf(result: PromiseSettledResult<void>): string {
  return result.status === 'fulfilled' ? 'ok' : String(result.reason.code)
}

interface Proxy {
  readonly url: string
  /** Keeps back what the client sends from now on. */
  readonly freeze: () => void
  /** Cuts all connections; later ones get through again. */
  readonly cut: () => void
}

/** A way to the broker that can be cut. */
async function openProxy(): Promise<Proxy> {
  const { hostname, port } = new URL(url)
  const pairs: { readonly client: Socket; readonly broker: Socket }[] = []
  const server = createServer((client) => {
    const broker = connectSocket(Number(port || 5672), hostname)
    pairs.push({ client, broker })
    for (const socket of [client, broker]) socket.on('error', () => undefined)
    client.pipe(broker).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    url: changed({ hostname: '127.0.0.1', port: String(portOf(server)) }).href,
    freeze: () => pairs.forEach(({ client, broker }) => client.unpipe(broker).pause()),
    cut: () => pairs.flatMap(({ client, broker }) => [client, broker]).forEach((socket) => socket.destroy()),
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
