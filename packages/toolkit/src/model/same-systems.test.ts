import { expect, test } from 'vitest'
import type { Catalog } from './catalog.ts'
import { DEFAULT_CONFIG } from './config.ts'
import { loadCatalog, type LoadOptions } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

type Files = Readonly<Record<string, unknown>>

function document(members: object): object {
  return { asyncapi: '3.0.0', info: { title: 'x', version: '1.0.0' }, ...members }
}

function channel(name: string, schema: string): object {
  return { address: name, messages: { [name]: { name, payload: { $ref: `../../schemas/${schema}` } } } }
}

const servers = { rabbit: { host: 'localhost', protocol: 'amqp' } }

/** Two systems; the second has an application that receives from a channel of the first. */
const files: Files = {
  'asyncapi/orders/channels.json': document({
    servers,
    channels: { placed: channel('placed', 'orders/placed/1.0.0.json') },
  }),
  'asyncapi/stock/stock.json': document({
    servers,
    channels: { reserved: channel('reserved', 'stock/reserved/1.0.0.json') },
    operations: { reserve: { action: 'send', channel: { $ref: '#/channels/reserved' } } },
  }),
  'asyncapi/stock/listener.json': document({
    operations: {
      take: { action: 'receive', channel: { $ref: '../orders/channels.json#/channels/placed' } },
    },
  }),
  'schemas/orders/placed/1.0.0.json': { title: 'Placed' },
  'schemas/stock/reserved/1.0.0.json': { title: 'Reserved', properties: { at: { $ref: '../../when.json' } } },
  'schemas/when.json': { type: 'string' },
}

function load(tree: Files, options: LoadOptions = {}): Promise<Catalog> {
  const texts = Object.fromEntries(Object.entries(tree).map(([path, value]) => [path, JSON.stringify(value)]))
  const source = {
    ...memorySource(texts),
    holds: ({ path, text }: { path: string; text: string }) => texts[path] === text,
  }
  return loadCatalog(source, options)
}

const moreServers = document({ servers: { kafka: { host: 'localhost', protocol: 'kafka' } } })
const byIdentifier: Files = {
  ...files,
  'schemas/orders/placed/1.0.0.json': {
    $id: 'urn:placed',
    properties: { at: { $ref: 'urn:placed#/x' } },
    x: {},
  },
}

test.each<[string, Files, Files, readonly string[]]>([
  ['nothing changes', files, files, ['orders', 'stock']],
  [
    'a version comes that nobody uses',
    files,
    { ...files, 'schemas/stock/reserved/1.1.0.json': {} },
    ['orders', 'stock'],
  ],
  ['a version changes', files, { ...files, 'schemas/stock/reserved/1.0.0.json': {} }, ['orders']],
  ['what a version refers to changes', files, { ...files, 'schemas/when.json': {} }, ['orders']],
  ['a document comes', files, { ...files, 'asyncapi/stock/other.json': document({}) }, ['orders']],
  ['a document goes', { ...files, 'asyncapi/stock/other.json': document({}) }, files, ['orders']],
  [
    'a system whose channel another one uses gets servers',
    files,
    { ...files, 'asyncapi/orders/more.json': moreServers },
    [],
  ],
  ['a system comes', files, { ...files, 'asyncapi/bills/bills.json': document({}) }, ['orders', 'stock']],
  ['a reference is by an identifier', byIdentifier, byIdentifier, []],
])('takes over the systems that are the same, where %s', async (_, base, head, expected) => {
  const known = await load(head)
  const taken = await load(base, { known })
  const alone = await load(base)
  expect(taken.systems).toEqual(alone.systems)
  expect(taken.subjects).toEqual(alone.subjects)
  expect(taken.systems.filter((system) => known.systems.includes(system)).map(({ name }) => name)).toEqual(
    expected,
  )
})

test('a system that is read anew has the channels of those that were taken over', async () => {
  const { systems } = await load(files, { known: await load({ ...files, 'schemas/when.json': {} }) })
  const [orders, stock] = systems
  expect(stock?.channels.map(({ name }) => name)).toEqual(['placed', 'reserved'])
  expect(stock?.channels[0]).toBe(orders?.channels[0])
})

test('takes over nothing where another folder holds the versions', async () => {
  const known = await load(files)
  const config = { ...DEFAULT_CONFIG, schemas: 'elsewhere' }
  const { systems } = await load(files, { known, config })
  expect(systems.filter((system) => known.systems.includes(system))).toEqual([])
  expect(systems).toEqual((await load(files, { config })).systems)
})
