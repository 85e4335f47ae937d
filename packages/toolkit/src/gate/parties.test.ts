import { expect, test } from 'vitest'
import { topics } from '../lint/testing/sample-topics.ts'
import { toTexts } from '../lint/testing/check-rule.ts'
import type { Files } from '../lint/testing/check-rule.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import { partiesOf } from './parties.ts'

async function load(files: Files): Promise<Catalog> {
  return loadCatalog(memorySource(toTexts(files)))
}

function messagesNamed(catalog: Catalog, name: string): readonly Message[] {
  return catalog.systems.flatMap(({ messages }) => messages.filter((message) => message.name === name))
}

const orders = topics({
  shop: { send: { orders: ['orderCreated'] } },
  crm: { receive: { orders: ['orderCreated'] } },
  billing: { receive: { orders: ['orderCreated'] }, send: { bills: ['billSent'] } },
})

test('names who sends and who receives a message, with the system', async () => {
  const catalog = await load(orders)
  const parties = partiesOf(catalog)
  const [created] = messagesNamed(catalog, 'orderCreated') as [Message]
  expect(parties.sendersOf(created)).toEqual(['bus/shop'])
  expect(parties.receiversOf(created)).toEqual(['bus/billing', 'bus/crm'])
  const [sent] = messagesNamed(catalog, 'billSent') as [Message]
  expect(parties.sendersOf(sent)).toEqual(['bus/billing'])
  expect(parties.receiversOf(sent)).toEqual([])
})

test('takes messages of one name in one system for one, wherever each application defines it', async () => {
  const side = (action: string): object => ({
    asyncapi: '3.0.0',
    info: { title: action, version: '1.0.0' },
    channels: { jobs: { address: 'jobs', messages: { job: { name: 'job' } } } },
    operations: { work: { action, channel: { $ref: '#/channels/jobs' } } },
  })
  const catalog = await load({
    'asyncapi/a/client.yaml': side('send'),
    'asyncapi/a/worker.yaml': side('receive'),
    'asyncapi/b/other.yaml': side('receive'),
  })
  const messages = messagesNamed(catalog, 'job')
  expect(messages.map((message) => partiesOf(catalog).receiversOf(message))).toEqual([
    ['a/worker'],
    ['a/worker'],
    ['b/other'],
  ])
  expect(messages.map((message) => partiesOf(catalog).sendersOf(message))).toEqual([
    ['a/client'],
    ['a/client'],
    [],
  ])
})

test('counts a reply: who answers sends it, who asks receives it', async () => {
  const channels = {
    questions: { address: 'questions', messages: { question: { name: 'question' } } },
    answers: { address: 'answers', messages: { answer: { name: 'answer' } } },
  }
  const side = (action: string): object => ({
    asyncapi: '3.0.0',
    info: { title: action, version: '1.0.0' },
    channels,
    operations: {
      ask: {
        action,
        channel: { $ref: '#/channels/questions' },
        reply: { channel: { $ref: '#/channels/answers' } },
      },
    },
  })
  const catalog = await load({
    'asyncapi/rpc/client.yaml': side('send'),
    'asyncapi/rpc/server.yaml': side('receive'),
  })
  const [answer] = messagesNamed(catalog, 'answer') as [Message]
  expect(partiesOf(catalog).sendersOf(answer)).toEqual(['rpc/server'])
  expect(partiesOf(catalog).receiversOf(answer)).toEqual(['rpc/client'])
})

test('finds the parties of a version of a subject through the messages whose data it is', async () => {
  const catalog = await load({
    ...topics(
      { shop: { send: { orders: ['orderCreated'] } }, crm: { receive: { orders: ['orderCreated'] } } },
      {
        messages: {
          orderCreated: { payload: { $ref: '../../schemas/orders/order.created/1.0.0.json' } },
        },
      },
    ),
    'schemas/orders/order.created/1.0.0.json': { title: 'OrderCreated', type: 'object' },
    'schemas/orders/order.created/1.1.0.json': { title: 'OrderCreated', type: 'object' },
  })
  expect(partiesOf(catalog).ofVersion('orders/order.created/1.0.0')).toEqual([
    { role: 'consumer', application: 'bus/crm' },
    { role: 'publisher', application: 'bus/shop' },
  ])
  expect(partiesOf(catalog).ofVersion('orders/order.created/1.1.0')).toEqual([])
})

test('is built once for a catalog', async () => {
  const catalog = await load(orders)
  expect(partiesOf(catalog)).toBe(partiesOf(catalog))
})
