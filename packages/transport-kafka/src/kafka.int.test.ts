import { randomUUID } from 'node:crypto'

import type {
  IncomingMessage,
  KafkaSource,
  OutgoingMessage,
  Settlement,
  TopicDeclaration,
  Transport,
  TransportSubscription,
} from '@concordat/runtime'
import { requireService } from '@concordat/workbench/require-service'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import { readBrokerUrl } from './broker-url.ts'
import { Cluster } from './cluster.ts'
import { openTransport } from './open-transport.ts'

const brokers = requireService('kafka')
const url = `kafka://${brokers}`
const run = randomUUID().slice(0, 8)
const warnings: string[] = []
const cluster = new Cluster(readBrokerUrl(url), 'kafka test')
const { admin } = cluster
let transport: Transport
let topicCount = 0

beforeAll(async () => {
  process.on('warning', ({ name }) => warnings.push(name))
  transport = await openTransport(url, { clientName: 'kafka test' })
  await cluster.connect()
})

afterAll(async () => {
  await transport.close()
  const topics = (await admin.listTopics()).filter((topic) => topic.includes(run))
  await admin.deleteTopics({ topics })
  await cluster.disconnect()
})

describe('connecting', () => {
  it('says connection-refused where nobody listens, and shows no credentials', async () => {
    const error = await openTransport('kafka://user:secret@127.0.0.1:1', {}).catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'TransportError', code: 'connection-refused', retriable: true })
    expect(String(error)).toContain('127.0.0.1:1')
    expect(String(error)).not.toContain('secret')
  })

  it('says access-refused where the broker wants no login', async () => {
    const error = await openTransport(`kafka://user:secret@${brokers}`, {}).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'access-refused', retriable: false })
    expect(String(error)).not.toContain('secret')
  })
})

describe('publishing', () => {
  it('keeps the order of each key when everything is sent at once', async () => {
    const topic = await createTopic({ partitions: 3 })
    const keys = ['a', 'b', 'c', 'd', 'e']
    const sent = Array.from({ length: 1000 }, (_, index) => ({
      key: keys[index % 5] ?? '',
      body: `${index}`,
    }))
    await Promise.all(sent.map(({ key, body }) => transport.publish(text(topic, body, key))))
    const messages = await receive(source(topic), 1000)
    for (const key of keys) {
      const expected = sent.filter((message) => message.key === key).map(({ body }) => body)
      expect(messages.filter((message) => message.key === key).map(textOf)).toEqual(expected)
    }
  })

  it('blames a message that is too large and no other of its batch', async () => {
    const topic = await createTopic({ configuration: { 'max.message.bytes': '20000' } })
    const bodies = ['first', 'small', 'x'.repeat(30_000), 'y'.repeat(12_000), 'z'.repeat(12_000), 'last']
    const results = await Promise.allSettled(
      bodies.map((body) => transport.publish(text(topic, body, 'key'))),
    )
    expect(results.map((result) => (result.status === 'fulfilled' ? 'ok' : result.reason.code))).toEqual([
      'ok',
      'ok',
      'message-too-large',
      'ok',
      'ok',
      'ok',
    ])
    expect((await receive(source(topic), 5)).map(textOf)).toEqual(
      bodies.filter((body) => body.length < 20_000),
    )
  })
})

describe('subscribing', () => {
  it('keeps the acknowledgement of a handler that is still at it when the group is rebalanced', async () => {
    const topic = await createTopic({ partitions: 2 })
    const both = [
      { partition: 0, key: '21' },
      { partition: 1, key: 'lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8' },
    ]
    const gate = Promise.withResolvers<void>()
    const received: string[] = []
    const hold = async (message: IncomingMessage): Promise<Settlement> => {
      received.push(textOf(message))
      await gate.promise
      return 'ack'
    }
    await subscribe(source(topic), hold)
    await Promise.all(
      both.map(({ partition, key }) => transport.publish(text(topic, `held ${partition}`, key))),
    )
    await vi.waitFor(() => expect(received).toHaveLength(2))

    const joining = subscribe(source(topic), hold)
    await vi.waitFor(async () => expect(await groupState(topic)).toBe('PreparingRebalance'), {
      timeout: 10_000,
    })
    gate.resolve()
    await joining
    await Promise.all(
      both.map(({ partition, key }) => transport.publish(text(topic, `end ${partition}`, key))),
    )
    await vi.waitFor(() => expect(received.filter((each) => each.startsWith('end'))).toHaveLength(2), 20_000)
    expect(received.toSorted()).toEqual(['end 0', 'end 1', 'held 0', 'held 1'])
  })

  it('says where a dead letter comes from', async () => {
    const [topic, deadLetterTopic] = [await createTopic({}), await createTopic({})]
    await transport.publish({ ...text(topic, 'poison', 'key'), headers: { ce_id: 'evt_1' } })
    await subscribe({ ...source(topic), deadLetterTopic }, async () => 'dead-letter')
    const [dead] = await receive(source(deadLetterTopic), 1)
    expect(dead).toMatchObject({ key: 'key', contentType: 'text/plain' })
    expect(dead?.headers).toEqual({
      ce_id: 'evt_1',
      'x-dead-letter-topic': topic,
      'x-dead-letter-partition': '0',
      'x-dead-letter-offset': '0',
      'x-dead-letter-group': source(topic).groupId,
      'x-dead-letter-reason': 'rejected',
    })
  })

  it('dead-letters a message that just fits into its topic', async () => {
    const configuration = { 'max.message.bytes': '2000' }
    const [topic, deadLetterTopic] = [
      await createTopic({ configuration }),
      await createTopic({ configuration }),
    ]
    const body = 'x'.repeat(1850)
    await transport.publish(text(topic, body, 'key'))
    await subscribe({ ...source(topic), deadLetterTopic }, async () => 'dead-letter')
    const [dead] = await receive(source(deadLetterTopic), 1)
    expect(dead).toMatchObject({ key: 'key', contentType: 'text/plain', headers: {} })
    expect(textOf(dead!)).toBe(body)
  })

  it('refuses to start where the dead-letter topic is missing', async () => {
    const topic = await createTopic({})
    const missing = { ...source(topic), deadLetterTopic: `${topic}.missing` }
    await expect(subscribe(missing, async () => 'ack')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(`${topic}.missing`),
    })
  })

  it('delivers a released message again by itself, and nothing of its partition before it', async () => {
    const topic = await createTopic({})
    for (const body of ['first', 'second']) await transport.publish(text(topic, body, 'key'))
    const received: string[] = []
    await subscribe(source(topic), async (message) => {
      received.push(textOf(message))
      return received.length === 1 ? 'release' : 'ack'
    })
    await vi.waitFor(() => expect(received).toHaveLength(3), { timeout: 20_000 })
    expect(received).toEqual(['first', 'first', 'second'])
  })

  it('keeps a group that starts at latest where it started, though it has received nothing', async () => {
    const topic = await createTopic({ partitions: 2 })
    await transport.publish(text(topic, 'before', 'key'))
    const latest = { ...source(topic), start: 'latest' } as const
    const first = await subscribe(latest, async () => 'ack')
    await first.close()
    await transport.publish(text(topic, 'while nobody was there', 'key'))
    expect((await receive(latest, 1)).map(textOf)).toEqual(['while nobody was there'])
  })

  it('tells once that the topic was deleted', async () => {
    const topic = await createTopic({})
    const lost: Error[] = []
    await transport.subscribe(
      { source: { kafka: source(topic) }, prefetch: 1, onLost: (error) => lost.push(error) },
      async () => 'ack',
    )
    await admin.deleteTopics({ topics: [topic] })
    await vi.waitFor(() => expect(lost).toHaveLength(1), { timeout: 40_000 })
    expect(lost).toMatchObject([{ code: 'not-found', message: expect.stringContaining(topic) }])
  })
})

describe('declaring', () => {
  it('says which configuration differs', async () => {
    const topic = await createTopic({
      configuration: { 'retention.ms': '1000', 'cleanup.policy': 'compact,delete' },
    })
    const same = { 'cleanup.policy': 'delete,compact' }
    await declare({ name: topic, partitions: 1, replicas: 1, configuration: same })
    await expect(
      declare({
        name: topic,
        partitions: 1,
        replicas: 1,
        configuration: { ...same, 'retention.ms': '2000' },
      }),
    ).rejects.toMatchObject({
      code: 'topology-mismatch',
      message: expect.stringContaining(`topic "${topic}" has retention.ms=1000, not 2000`),
    })
  })

  it('takes more partitions than the contract wants', async () => {
    const topic = await createTopic({ partitions: 3 })
    await declare({ name: topic, partitions: 2, replicas: 1, configuration: {} })
    expect(await partitionCount(topic)).toBe(3)
  })

  it('caps the replicas where the URL says so, and says how where it does not', async () => {
    const topic = { name: uniqueName(), partitions: 1, replicas: 1000, configuration: {} }
    await expect(declare(topic)).rejects.toMatchObject({
      code: 'broker-error',
      retriable: false,
      message: expect.stringContaining('?replicas=1'),
    })
    const capped = await openTransport(`${url}?replicas=1`, {})
    onTestFinished(() => capped.close())
    await capped.declare({ exchanges: [], queues: [], bindings: [], topics: [topic] })
    await capped.declare({ exchanges: [], queues: [], bindings: [], topics: [topic] })
    expect(await partitionCount(topic.name)).toBe(1)
  })
})

it('starts no timer that lies in the past', () => {
  expect(warnings).not.toContain('TimeoutNegativeWarning')
})

function uniqueName(): string {
  topicCount += 1
  return `kafka-test.${run}.${topicCount}`
}

async function createTopic(topic: Partial<TopicDeclaration>): Promise<string> {
  const name = uniqueName()
  await declare({ name, partitions: 1, replicas: 1, configuration: {}, ...topic })
  return name
}

function declare(topic: TopicDeclaration): Promise<void> {
  return transport.declare({ exchanges: [], queues: [], bindings: [], topics: [topic] })
}

function source(topic: string): KafkaSource {
  return { topic, groupId: `${topic}.group`, start: 'earliest' }
}

function text(topic: string, body: string, key: string): OutgoingMessage {
  return {
    target: { kafka: { topic } },
    body: Buffer.from(body),
    contentType: 'text/plain',
    headers: {},
    key,
  }
}

async function subscribe(
  kafka: KafkaSource,
  deliver: (message: IncomingMessage) => Promise<Settlement>,
): Promise<TransportSubscription> {
  const onLost = (error: Error): void => expect.fail(error.message)
  const subscription = await transport.subscribe({ source: { kafka }, prefetch: 10, onLost }, deliver)
  onTestFinished(() => subscription.close())
  return subscription
}

async function receive(kafka: KafkaSource, count: number): Promise<IncomingMessage[]> {
  const messages: IncomingMessage[] = []
  const subscription = await subscribe(kafka, async (message) => {
    messages.push(message)
    return 'ack'
  })
  await vi.waitFor(() => expect(messages.length).toBeGreaterThanOrEqual(count), { timeout: 20_000 })
  await subscription.close()
  return messages
}

function textOf(message: IncomingMessage): string {
  return Buffer.from(message.body).toString()
}

async function partitionCount(topic: string): Promise<number | undefined> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] })
  return topics[0]?.partitions.length
}

async function groupState(topic: string): Promise<string | undefined> {
  const { groups } = await admin.describeGroups([source(topic).groupId])
  return groups[0]?.state
}
