import { expect, test } from 'vitest'
import type { System } from './catalog.ts'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

const created = { name: 'OrderCreated', payload: { type: 'object' } }
const orders = { address: 'orders', messages: { created, deleted: { name: 'OrderDeleted' } } }

async function systemOf(operation: object): Promise<System> {
  const text = JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'T', version: '1.0.0' },
    channels: { orders },
    operations: { send: { action: 'send', ...operation } },
  })
  const catalog = await loadCatalog(memorySource({ 'asyncapi/shop/orders.json': text }))
  return catalog.systems[0] as System
}

test('an operation that holds a copy of its channel and messages means these', async () => {
  const { channels, messages, services } = await systemOf({ channel: orders, messages: [created] })
  expect(channels).toHaveLength(1)
  expect(messages).toHaveLength(2)
  expect(services[0]?.operations[0]?.channel).toBe(channels[0])
  expect(services[0]?.operations[0]?.messages).toEqual([messages.find(({ name }) => name === 'OrderCreated')])
})

test('so does a reply', async () => {
  const reply = { channel: orders, messages: [created] }
  const { channels, services } = await systemOf({ channel: { $ref: '#/channels/orders' }, reply })
  expect(services[0]?.operations[0]?.reply).toMatchObject({ messages: [{ name: 'OrderCreated' }] })
  expect(services[0]?.operations[0]?.reply?.channel).toBe(channels[0])
})

test('a channel that differs is one of its own', async () => {
  const { channels } = await systemOf({ channel: { ...orders, address: 'others' } })
  expect(channels.map(({ name }) => name)).toEqual(['orders', 'send'])
})
