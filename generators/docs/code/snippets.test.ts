import type { GeneratedFile } from '@concordat/toolkit/codegen'
import { type Catalog, loadCatalog, memorySource, parseSource } from '@concordat/toolkit/model'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compile } from '../../typescript/testing/compile.ts'
import { writeGenerated } from '../../typescript/testing/generated-folder.ts'
import { render } from '../../typescript/testing/render.ts'
import { eventsOf } from '../site/event-entry.ts'
import type { Snippet } from './snippet.ts'
import { applicationSnippets, eventSnippets } from './snippets.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

it('compiles against the generated code, every piece for the contracts of this repository', async () => {
  const snippets = allSnippets(await loadCatalog(parseSource('.', repository)))
  expect(snippets.length).toBeGreaterThan(100)
  expect(await compiled(snippets.map(({ code }) => code))).toBe('')
  const wrong = snippets.map(({ code }) => code.replace('await publisher.', 'await publisher.no'))
  expect(await compiled(wrong)).toContain('does not exist on type')
}, 120_000)

it('compiles for contracts that give no examples and send an event in several ways', async () => {
  const at = { type: 'string', format: 'date-time' }
  const lines = { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/line' } }
  const kinds = [{ properties: { kind: { const: 'a' } } }, { properties: { kind: { const: 'b' } } }]
  const properties = { kind: { type: 'string' }, at, lines, note: { type: ['string', 'null'] } }
  const channel = (address: string): object => ({
    address,
    parameters: { shop: {} },
    messages: { Created: { $ref: '#/components/messages/Created' } },
  })
  const channels = { one: channel('one.{shop}'), other: channel('other.{shop}') }
  const contract = {
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1.0.0' },
    servers: { main: { host: 'broker.example:9093', protocol: 'kafka-secure' } },
    channels,
    operations: Object.fromEntries(
      Object.keys(channels).map((name) => [
        name,
        { action: 'send', channel: { $ref: `#/channels/${name}` } },
      ]),
    ),
    components: {
      messages: { Created: { payload: { $ref: '#/components/schemas/order' } } },
      schemas: {
        order: { type: 'object', required: ['kind'], properties, oneOf: kinds },
        line: { type: 'object', required: ['sku'], properties: { sku: { type: 'string', pattern: '^S-' } } },
      },
    },
  }
  const source = memorySource({ 'orders.json': JSON.stringify(contract) })
  const [{ code } = { code: '' }, ...others] = allSnippets(await loadCatalog(source))
  expect(others).toHaveLength(1)
  expect(code.match(/await publisher\./g)).toHaveLength(2)
  expect(code).not.toContain('declare')
  expect(code).toContain(`connect('kafka://broker.example:9093?ssl=true')`)
  expect(await compiled([code], await render(source))).toBe('')
}, 60_000)

function allSnippets(catalog: Catalog): readonly Snippet[] {
  const options = { generated: './generated', ending: '.ts' }
  return catalog.systems.flatMap((system) => [
    ...eventsOf(system).flatMap((entry) => eventSnippets(catalog, entry, options)),
    ...system.services.flatMap((service) => applicationSnippets(catalog, service, options)),
  ])
}

/** What the compiler says of programs beside generated code: by default that of this repository. */
async function compiled(programs: readonly string[], generated?: readonly GeneratedFile[]): Promise<string> {
  const files = programs.map((content, index) => ({ path: `program-${index}.ts`, content }))
  const beside = (generated ?? []).map(({ path, content }) => ({ path: `generated/${path}`, content }))
  const folder = writeGenerated([...files, ...beside])
  try {
    if (generated === undefined) symlinkSync(join(repository, 'generated'), join(folder, 'generated'))
    return await compile(join(folder, 'tsconfig.json'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const HOSTILE = "'; process.exit(1) //`${x}\u2028"

async function snippetsOf(message: object, channel: object = {}, name?: string): Promise<readonly Snippet[]> {
  const contract = {
    asyncapi: '3.0.0',
    info: { title: HOSTILE, version: '1.0.0' },
    servers: { main: { host: 'broker.example:5672', protocol: 'amqp' } },
    channels: { orders: { address: 'orders', messages: { created: message }, ...channel } },
    operations: {
      send: { action: 'send', channel: { $ref: '#/channels/orders' } },
      receive: { action: 'receive', channel: { $ref: '#/channels/orders' } },
    },
  }
  const catalog = await loadCatalog(memorySource({ 'shop.json': JSON.stringify(contract) }))
  const entry = catalog.systems.flatMap(eventsOf).find((each) => name === undefined || each.name === name)
  return entry === undefined ? [] : eventSnippets(catalog, entry)
}

describe('code to copy', () => {
  it('publishes an example of the contract and handles it', async () => {
    const payload = { type: 'object', properties: { id: { type: 'string' }, total: { type: 'number' } } }
    const examples = [{ payload: { id: 'ord_1', total: 5 } }]
    const [publisher, consumer] = await snippetsOf({ name: 'OrderCreated', payload, examples })
    expect(publisher?.code).toContain(`const connection = await connect('amqp://broker.example:5672')`)
    expect(publisher?.code).toContain(`await publisher.orderCreated({ id: 'ord_1', total: 5 })`)
    expect(consumer?.code).toContain('orderCreated: async (event) => console.log')
  })

  it('makes up data and values of which the contract gives no example', async () => {
    const headers = { type: 'object', required: ['x-kind'], properties: { 'x-kind': { enum: ['a', 'b'] } } }
    const at = { type: 'string', format: 'date-time' }
    const payload = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, at } }
    const [publisher] = await snippetsOf({ name: 'OrderCreated', payload, headers })
    expect(publisher?.code).toMatch(
      /orderCreated\({ id: \d+, at: '[\dT:-]+Z' }, { headers: { 'x-kind': 'a' } }\)/,
    )
  })

  it('asks for data that cannot be made up', async () => {
    const [publisher] = await snippetsOf({
      name: 'OrderCreated',
      payload: { type: 'object', minProperties: 1, maxProperties: 0 },
    })
    expect(publisher?.code).toContain('declare const data: Parameters<')
    expect(publisher?.code).toContain('orderCreated(data)')
  })

  it('breaks a call that is too long, and lets handlers fail that the code is not about', async () => {
    const text = { type: 'string' }
    const names = ['a_rather_long_name', 'another_long_name', 'the_last_long_name']
    const payload = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, text])) }
    const examples = [{ payload: Object.fromEntries(names.map((name) => [name, 'x'.repeat(7)])) }]
    const headers = { type: 'object', required: ['x-kind'], properties: { 'x-kind': text } }
    const message = { name: 'OrderCreated', payload, headers, examples }
    const messages = { before: { name: 'Before', payload }, created: message }
    const codes = (await snippetsOf(message, { messages }, 'OrderCreated')).map(({ code }) => code)
    expect(codes[0]).toMatch(/orderCreated\(\n  {.*},\n  { headers: .*},\n\)/)
    expect(codes[1]).toMatch(/\n  orderCreated: async .*\n  before: notHandledYet,\n/)
    const lines = codes.flatMap((code) => code.split('\n').filter((line) => !line.startsWith('import')))
    expect(lines.filter(({ length }) => length > 100)).toEqual([])
  })

  it('keeps text of a contract from becoming code', async () => {
    const examples = [{ payload: { [HOSTILE]: HOSTILE } }]
    const snippets = await snippetsOf({ name: HOSTILE, payload: { type: 'object' }, examples })
    expect(snippets).toHaveLength(2)
    for (const { code } of snippets) expect(code).not.toContain(HOSTILE)
    expect(snippets[0]?.code).toContain(String.raw`\'; process.exit(1)`)
  })
})
