import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadCatalog, memorySource } from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'
import { typescript } from './target.ts'
import { compile } from './testing/compile.ts'
import { sendingContract } from './testing/inline-contract.ts'
import { render, renderFile } from './testing/render.ts'

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const contracts = { kind: 'folder', path: folder('fixtures/contracts') } as const

describe('the target', () => {
  it('prints the golden files', async () => {
    const files = await render(contracts)
    for (const { path, content } of files) await expect(content).toMatchFileSnapshot(folder(`golden/${path}`))
    const golden = readdirSync(folder('golden'), { recursive: true, withFileTypes: true })
    expect(golden.filter((entry) => entry.isFile())).toHaveLength(files.length)
  })

  it('prints code that compiles, and lets mistakes not compile', async () => {
    expect(await compile(folder('fixtures/uses/tsconfig.json'))).toBe('')
  }, 30_000)

  it('prints code that runs', async () => {
    const { exchange } = await import('./fixtures/uses/exchange.ts')
    expect(await exchange()).toEqual([
      'orderPlaced 0198c2f4-7d3e-7b1a-9c55-2f60f1f0a001 tenant_1 order.placed.v1',
      'stockChanged KYIV-1 5',
      'refused: unknown property',
      'refused: an amount with three digits after the point',
      'paymentTaken ord_1 high mail',
    ])
  }, 30_000)

  it('prints the same every time', async () => {
    expect(await render(contracts)).toEqual(await render(contracts))
  })

  it('says which files a unit prints, and never two units the same', async () => {
    const units = await typescript.plan(await loadCatalog(contracts), {})
    for (const unit of units) expect((await unit.render()).map((file) => file.path)).toEqual(unit.paths)
    const paths = units.flatMap((unit) => unit.paths)
    expect(new Set(paths).size).toBe(paths.length)
  })
})

describe('a unit', () => {
  const schema = (description: string, properties: object): string =>
    JSON.stringify({ title: 'Placed', description, type: 'object', properties })
  const document = {
    asyncapi: '3.0.0',
    info: { title: 'App', version: '1.0.0' },
    channels: {
      c: {
        address: 'c',
        messages: {
          Placed: { payload: { $ref: '../../schemas/orders/placed/1.0.0.json' } },
          Other: { payload: { $ref: '../../schemas/orders/other/1.0.0.json' } },
        },
        bindings: { kafka: {} },
      },
    },
    operations: { send: { action: 'send', channel: { $ref: '#/channels/c' } } },
  }

  async function inputs(placed: string): Promise<ReadonlyMap<string, string>> {
    const files = {
      'asyncapi/sys/app.json': JSON.stringify(document),
      'schemas/orders/placed/1.0.0.json': placed,
      'schemas/orders/other/1.0.0.json': schema('', { a: { type: 'string' } }),
    }
    const units = await typescript.plan(await loadCatalog(memorySource(files)), {})
    return new Map(units.map((unit) => [unit.paths[0] ?? '', unit.inputs]))
  }

  async function changed(before: string, after: string): Promise<readonly string[]> {
    const [old, now] = [await inputs(before), await inputs(after)]
    return [...now].filter(([path, value]) => old.get(path) !== value).map(([path]) => path)
  }

  it('keeps its inputs while the contract stays', async () => {
    expect(await changed(schema('', {}), schema('', {}))).toEqual([])
  })

  it.each([
    ['words', schema('Words.', { a: { type: 'string' } })],
    ['a type', schema('', { a: { type: 'number' } })],
  ])('has other inputs where %s changed, and only there', async (_, after) => {
    expect(await changed(schema('', { a: { type: 'string' } }), after)).toEqual([
      'schemas/orders/placed/1.0.0.ts',
      'schemas/orders/placed/1.0.0.validators.js',
      'sys/app/client.ts',
    ])
  })
})

describe('contracts that cannot be printed', () => {
  it.each([
    ['order-created', 'OrderCreated'],
    ['order.created', 'order_created'],
    ['ORDER_CREATED', 'orderCreated'],
  ])('the messages %s and %s collide', async (one, other) => {
    const error: unknown = await render(sendingContract({ [one]: {}, [other]: {} })).catch(
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ code: 'name-collision' })
    expect((error as Error).message).toContain(JSON.stringify(one))
    expect((error as Error).message).toContain(JSON.stringify(other))
    expect((error as Error).message).toContain('asyncapi/sys/app.json:1:')
  })

  it.each([
    [{ minLenght: 1 }, '"minLenght" is not a keyword'],
    [{ properties: { a: { pattern: '(' } } }, 'Invalid regular expression'],
    [{ type: 'strng' }, '"type" must be'],
  ])('the schema %j', async (payload, message) => {
    const error: unknown = await render(sendingContract({ M: payload })).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'invalid-schema',
      problems: [{ place: { file: 'asyncapi/sys/app.json', line: 1 } }],
    })
    expect((error as Error).message).toContain(message)
  })

  it('a key that leads nowhere', async () => {
    const payload = { type: 'object', properties: { id: { type: 'string' } } }
    const source = sendingContract({ M: payload }, (document) =>
      document.replace('"name":"M"', '"name":"M","x-key":"/ident"'),
    )
    await expect(render(source)).rejects.toThrow('its data declares nothing there')
  })

  it('an unknown import extension', async () => {
    const catalog = await loadCatalog(contracts)
    const attempt = typescript.plan(catalog, { importExtension: '.php' })
    await expect(attempt).rejects.toThrow('importExtension')
  })
})

describe('headers', () => {
  const withHeaders = (headers: object) => (document: string) =>
    document.replace(
      '"name":"M"',
      `"name":"M","headers":${JSON.stringify({ type: 'object', properties: headers })}`,
    )

  it('are typed and checked as the text that they are', async () => {
    const source = sendingContract(
      { M: {} },
      withHeaders({ kind: { enum: ['a', 'b'] }, at: { type: 'string', format: 'time' } }),
    )
    const client = await renderFile(source, 'sys/app/client.ts')
    expect(client).toContain(`readonly kind?: 'a' | 'b'\n      readonly at?: Formatted<'time'>\n`)
    expect(client).toContain('validateHeaders: validators.writeM_headers')
  })

  it('are not checked where the contract calls one a number', async () => {
    const source = sendingContract({ M: {} }, withHeaders({ count: { type: 'integer', minimum: 0 } }))
    const client = await renderFile(source, 'sys/app/client.ts')
    expect(client).toContain('readonly count?: string')
    expect(client).not.toContain('validateHeaders')
  })
})

describe('names', () => {
  it('of definitions that would be the same after casing get longer', async () => {
    const definitions = { 'order-line': { type: 'object' }, OrderLine: { type: 'object' } }
    const base = '#/channels/c/messages/M/payload/definitions'
    const properties = { a: { $ref: `${base}/order-line` }, b: { $ref: `${base}/OrderLine` } }
    const types = await renderFile(sendingContract({ M: { definitions, properties } }), 'sys/messages/M.ts')
    const names = [...types.matchAll(/export interface (\w+)/g)].map(([, name]) => name)
    expect(names).toEqual(['M', 'MOrderLine', 'OrderLine'])
  })

  it.each([
    ['OrderCreated', 'orderCreated('],
    ['order.created', 'orderCreated('],
    ['SMSSent', 'smsSent('],
    ['then', 'then$('],
    ['constructor', 'constructor$('],
    ['toString', 'toString$('],
    ['delete', 'delete('],
    ['2ndOrder', '_2ndOrder('],
    ['замовлення створено', "'замовленняСтворено'("],
  ])('the message %s becomes the method %s', async (name, method) => {
    expect(await renderFile(sendingContract({ [name]: {} }), 'sys/app/client.ts')).toContain(
      `\n  ${method}data: `,
    )
  })
})
