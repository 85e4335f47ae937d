import { expect, test } from 'vitest'
import { type Files, toTexts } from '../lint/testing/check-rule.ts'
import { loadCatalog } from '../model/load-catalog.ts'
import { memorySource } from '../model/sources/memory-source.ts'
import type { CatalogPairs } from './catalog-pairs.ts'
import { pairCatalogs } from './pair-catalogs.ts'

async function pair(base: Files, head: Files): Promise<CatalogPairs> {
  const [left, right] = await Promise.all(
    [base, head].map((files) => loadCatalog(memorySource(toTexts(files)))),
  )
  if (left === undefined || right === undefined) throw new Error('nothing was loaded')
  return pairCatalogs(left, right)
}

/** `before -> now`, `-` where there is none. */
function names(pairs: readonly { base?: Named | undefined; head?: Named | undefined }[]): readonly string[] {
  return pairs.map(({ base, head }) => `${base?.name ?? '-'} -> ${head?.name ?? '-'}`)
}

interface Named {
  readonly name: string
}

const document = (members: object, path = 'asyncapi/shop/orders.yaml'): Files => ({
  [path]: { asyncapi: '3.0.0', info: { title: 'Orders', version: '1.0.0' }, ...members },
})

const channels = (list: Readonly<Record<string, object>>): Files => document({ channels: list })

test('a system is the same one under another name when it has the same files or is the only one', async () => {
  const moved = await pair(
    { ...document({}, 'asyncapi/a/orders.yaml'), ...document({}, 'asyncapi/b/bills.yaml') },
    { ...document({}, 'asyncapi/c/bills.yaml'), ...document({}, 'asyncapi/a/orders.yaml') },
  )
  expect(names(moved.systems)).toEqual(['a -> a', 'b -> c'])
  const stranger = await pair(document({}, 'events.yaml'), document({}, 'docs/api.yaml'))
  expect(names(stranger.systems)).toEqual(['main -> docs'])
})

test('of two systems that left and one that came none is another', async () => {
  const { systems } = await pair(
    { ...document({}, 'asyncapi/a/1.yaml'), ...document({}, 'asyncapi/b/2.yaml') },
    document({}, 'asyncapi/c/3.yaml'),
  )
  expect(names(systems)).toEqual(['a -> -', 'b -> -', '- -> c'])
})

test('a channel is known by its place before its key', async () => {
  const place = (address: string): object => ({ address })
  const renamed = await pair(channels({ a: place('x') }), channels({ b: place('x') }))
  expect(names(renamed.channels)).toEqual(['a -> b'])
  const readdressed = await pair(channels({ a: place('x') }), channels({ a: place('y') }))
  expect(names(readdressed.channels)).toEqual(['a -> a'])
  const swapped = await pair(
    channels({ a: place('x'), b: place('y') }),
    channels({ a: place('y'), b: place('x') }),
  )
  expect(names(swapped.channels)).toEqual(['a -> b', 'b -> a'])
  const split = await pair(channels({ a: place('x') }), channels({ a: place('y'), b: place('x') }))
  expect(names(split.channels)).toEqual(['a -> b', '- -> a'])
})

test('a channel with another key and exchange is known by its address, on one protocol', async () => {
  const routed = (exchange: string): object => ({
    address: 'order.created',
    bindings: { amqp: { is: 'routingKey', exchange: { name: exchange, type: 'topic' } } },
  })
  const topic = { address: 'order.created', bindings: { kafka: {} } }
  const moved = await pair(channels({ a: routed('orders') }), channels({ b: routed('shop') }))
  expect(names(moved.channels)).toEqual(['a -> b'])
  const other = await pair(channels({ a: routed('orders') }), channels({ b: topic }))
  expect(names(other.channels)).toEqual(['a -> -', '- -> b'])
})

test('channels and applications may move to another system, but not to another broker', async () => {
  const one = (channel: string, host = 'mq'): object => ({
    servers: { broker: { host, protocol: 'mqtt' } },
    channels: { [channel]: { address: channel } },
    operations: { send: { action: 'send', channel: { $ref: `#/channels/${channel}` } } },
  })
  const together = { ...document(one('a'), 'asyncapi/x/a.yaml'), ...document(one('b'), 'asyncapi/x/b.yaml') }
  const apart = { ...document(one('a'), 'asyncapi/x/a.yaml'), ...document(one('b'), 'asyncapi/y/b.yaml') }
  const { channels, services, operations } = await pair(together, apart)
  expect(names(channels)).toEqual(['a -> a', 'b -> b'])
  expect(names(services)).toEqual(['a -> a', 'b -> b'])
  expect(operations.every(({ base, head }) => base !== undefined && head !== undefined)).toBe(true)
  const elsewhere = { ...apart, ...document(one('b', 'other'), 'asyncapi/y/b.yaml') }
  expect(names((await pair(together, elsewhere)).channels)).toEqual(['a -> a', 'b -> -', '- -> b'])
})

test('a message is known by its name, then by its key, then by what it holds', async () => {
  const withMessages = (messages: object): Files => channels({ orders: { address: 'orders', messages } })
  const byName = await pair(
    withMessages({ a: { name: 'Created' }, b: { name: 'Deleted' } }),
    withMessages({ a: { name: 'Deleted' }, c: { name: 'Created' } }),
  )
  expect(names(byName.messages)).toEqual(['Created -> Created', 'Deleted -> Deleted'])
  const byKey = await pair(
    withMessages({ a: { name: 'Created' } }),
    withMessages({ a: { name: 'Placed' }, b: { name: 'Deleted' } }),
  )
  expect(names(byKey.messages)).toEqual(['Created -> Placed', '- -> Deleted'])
  const schema = { 'schemas/orders/order.created/1.0.0.json': { type: 'object' } }
  const held = { payload: { $ref: '../../schemas/orders/order.created/1.0.0.json' } }
  const bySubject = await pair(
    { ...withMessages({ a: { name: 'Created', ...held } }), ...schema },
    { ...withMessages({ b: { name: 'Placed', ...held } }), ...schema },
  )
  expect(names(bySubject.messages)).toEqual(['Created -> Placed'])
})

test('an operation is known by what it does before its key', async () => {
  const doing = (operations: Readonly<Record<string, readonly [string, string]>>): Files =>
    document({
      channels: { a: { address: 'a' }, b: { address: 'b' } },
      operations: Object.fromEntries(
        Object.entries(operations).map(([name, [action, channel]]) => [
          name,
          { action, channel: { $ref: `#/channels/${channel}` } },
        ]),
      ),
    })
  const renamed = await pair(doing({ one: ['send', 'a'] }), doing({ two: ['send', 'a'] }))
  expect(names(renamed.operations)).toEqual(['one -> two'])
  const swapped = await pair(
    doing({ one: ['send', 'a'], two: ['send', 'b'] }),
    doing({ one: ['send', 'b'], two: ['send', 'a'] }),
  )
  expect(names(swapped.operations)).toEqual(['one -> two', 'two -> one'])
  const flipped = await pair(doing({ one: ['send', 'a'] }), doing({ one: ['receive', 'a'] }))
  expect(names(flipped.operations)).toEqual(['one -> one'])
  const replaced = await pair(doing({ one: ['send', 'a'] }), doing({ two: ['receive', 'b'] }))
  expect(names(replaced.operations)).toEqual(['one -> -', '- -> two'])
})

test('a server is known by its name, then by where it is; an application by its file, then by its title', async () => {
  const operations = { send: { action: 'send', channel: { $ref: '#/channels/a' } } }
  const file = (title: string, server: string): object => ({
    info: { title, version: '1.0.0' },
    servers: { [server]: { host: 'mq', protocol: 'amqp' } },
    channels: { a: { address: 'a' } },
    operations,
  })
  const { servers, services } = await pair(
    {
      ...document(file('Orders', 'prod'), 'asyncapi/shop/orders.yaml'),
      ...document(file('Bills', 'prod'), 'asyncapi/shop/bills.yaml'),
    },
    {
      ...document(file('Orders', 'live'), 'asyncapi/shop/order-service.yaml'),
      ...document(file('Billing', 'prod'), 'asyncapi/shop/bills.yaml'),
    },
  )
  expect(names(services)).toEqual(['bills -> bills', 'orders -> order-service'])
  expect(names(servers)).toEqual(['prod -> prod', 'prod -> live'])
})

test('ten thousand channels find their partners by address', { timeout: 60_000 }, async () => {
  const many = (prefix: string): Files =>
    channels(
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, index) => [`${prefix}${index}`, { address: `orders.${index}` }]),
      ),
    )
  const [base, head] = await Promise.all(
    [many('a'), many('b')].map((files) => loadCatalog(memorySource(toTexts(files)))),
  )
  if (base === undefined || head === undefined) throw new Error('nothing was loaded')
  const { channels: pairs } = pairCatalogs(base, head)
  expect(pairs.filter(({ base, head }) => base?.address === head?.address)).toHaveLength(10_000)
})
