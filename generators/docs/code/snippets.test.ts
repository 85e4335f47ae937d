import { loadCatalog, memorySource, parseSource } from '@concordat/toolkit/model'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compile } from '../../typescript/testing/compile.ts'
import { writeGenerated } from '../../typescript/testing/generated-folder.ts'
import { eventsOf } from '../site/event-entry.ts'
import type { Snippet } from './snippet.ts'
import { applicationSnippets, eventSnippets } from './snippets.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

it('compiles against the generated code, every piece for the contracts of this repository', async () => {
  const catalog = await loadCatalog(parseSource('.', repository))
  const options = { generated: './generated', ending: '.ts' }
  const snippets = catalog.systems.flatMap((system) => [
    ...eventsOf(system).flatMap((entry) => eventSnippets(catalog, entry, options)),
    ...system.services.flatMap((service) => applicationSnippets(catalog, service, options)),
  ])
  expect(snippets.length).toBeGreaterThan(100)
  expect(await compiled(snippets.map(({ code }) => code))).toBe('')
  const wrong = snippets.map(({ code }) => code.replace('await publisher.', 'await publisher.no'))
  expect(await compiled(wrong)).toContain('does not exist on type')
}, 120_000)

/** What the compiler says of programs beside the generated code of this repository. */
async function compiled(programs: readonly string[]): Promise<string> {
  const files = programs.map((content, index) => ({ path: `program-${index}.ts`, content }))
  const folder = writeGenerated(files)
  try {
    symlinkSync(join(repository, 'generated'), join(folder, 'generated'))
    return await compile(join(folder, 'tsconfig.json'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const HOSTILE = "'; process.exit(1) //`${x}\u2028"

async function snippetsOf(message: object, channel: object = {}): Promise<readonly Snippet[]> {
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
  const [entry] = catalog.systems.flatMap(eventsOf)
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

  it('asks for data and values of which the contract gives no example', async () => {
    const headers = { type: 'object', required: ['x-kind'], properties: { 'x-kind': { enum: ['a', 'b'] } } }
    const [publisher] = await snippetsOf({ name: 'OrderCreated', payload: { type: 'object' }, headers })
    expect(publisher?.code).toContain('declare const data: Parameters<')
    expect(publisher?.code).toContain(`orderCreated(data, { headers: { 'x-kind': 'a' } })`)
  })

  it('keeps text of a contract from becoming code', async () => {
    const examples = [{ payload: { [HOSTILE]: HOSTILE } }]
    const snippets = await snippetsOf({ name: HOSTILE, payload: { type: 'object' }, examples })
    expect(snippets).toHaveLength(2)
    for (const { code } of snippets) expect(code).not.toContain(HOSTILE)
    expect(snippets[0]?.code).toContain(String.raw`\'; process.exit(1)`)
  })
})
