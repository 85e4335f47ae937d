import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const main = join(import.meta.dirname, '../main.ts')

let folder: string
let contracts: string
let started: Started[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-docs-serve-'))
  contracts = join(folder, 'orders.json')
  started = []
})

afterEach(() => {
  for (const { child } of started) child.kill('SIGKILL')
})

interface Started {
  readonly child: ChildProcess
  /** Resolves once this was printed, on whatever stream, after all that was waited for before. */
  readonly printed: (pattern: RegExp) => Promise<string>
  readonly ended: Promise<unknown[]>
}

const docs = (...options: readonly string[]): Started => start('docs', '--root', folder, ...options)

/** The real process, as a user starts it. */
function start(...commandLine: readonly string[]): Started {
  const child = spawn(process.execPath, ['-C', '@concordat/source', main, ...commandLine], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const printed = (pattern: RegExp): Promise<string> =>
    vi.waitFor(
      () => {
        const found = pattern.exec(output)
        if (found === null) throw new Error(`${String(pattern)} was not printed, but:\n${output}`)
        output = output.slice(found.index + found[0].length)
        return found[1] ?? found[0]
      },
      { timeout: 20_000, interval: 20 },
    )
  const running = { child, printed, ended: once(child, 'close') }
  started.push(running)
  return running
}

function contract(event: string): string {
  return JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Orders', version: '1.0.0' },
    channels: { orders: { messages: { placed: { name: event, payload: { type: 'object' } } } } },
    operations: { sendOrders: { action: 'send', channel: { $ref: '#/channels/orders' } } },
  })
}

const BROKEN = '{ "asyncapi": "3.0.0", '

const page = async (url: string): Promise<string> => (await fetch(`${url}events.html`)).text()

const URL_LINE = /Documentation: (http:\/\/127\.0\.0\.1:\d+\/)/

describe('concordat docs --serve', { timeout: 60_000 }, () => {
  it('serves the site until Ctrl+C, and leaves nothing but the site behind', async () => {
    writeFileSync(contracts, contract('OrderPlaced'))
    const { child, printed, ended } = docs('--serve', '--port', '0')
    const url = await printed(URL_LINE)
    expect(await page(url)).toContain('OrderPlaced')
    child.kill('SIGINT')
    expect(await ended).toEqual([null, 'SIGINT'])
    await expect(page(url)).rejects.toThrow('fetch failed')
    expect(readdirSync(folder).toSorted()).toEqual(['.concordat', 'orders.json'])
    expect(globSync('**/.staging-*', { cwd: join(folder, '.concordat') })).toEqual([])
  })

  it('follows the contracts with --watch, and keeps the site of before while they are broken', async () => {
    writeFileSync(contracts, contract('OrderPlaced'))
    const { printed } = docs('--serve', '--watch', '--port', '0')
    const url = await printed(URL_LINE)
    await printed(/Watching/)
    writeFileSync(contracts, contract('OrderShipped'))
    await printed(/\d+ written or removed/)
    expect(await page(url)).toContain('OrderShipped')
    expect(await page(url)).not.toContain('OrderPlaced')

    writeFileSync(contracts, BROKEN)
    await printed(/orders\.json:1:/)
    expect(await page(url)).toContain('OrderShipped')

    writeFileSync(contracts, contract('OrderReturned'))
    await printed(/\d+ written or removed/)
    expect(await page(url)).toContain('OrderReturned')
  })

  it('serves with --watch as soon as contracts that were broken at the start are mended', async () => {
    writeFileSync(contracts, BROKEN)
    const { printed } = docs('--serve', '--watch', '--port', '0')
    await printed(/orders\.json:1:/)
    await printed(/Watching/)
    writeFileSync(contracts, contract('OrderPlaced'))
    expect(await page(await printed(URL_LINE))).toContain('OrderPlaced')
  })

  it('ends with 2 and serves nothing where contracts are broken', async () => {
    writeFileSync(contracts, BROKEN)
    const { printed, ended } = docs('--serve', '--port', '0')
    await printed(/orders\.json:1:/)
    expect(await ended).toEqual([2, null])
  })
})

describe.each(['generate', 'docs'])('concordat %s --watch', { timeout: 60_000 }, (command) => {
  it.each(['missing', 'orders.json'])('ends with 2 where the root is no folder: %s', async (name) => {
    writeFileSync(contracts, contract('OrderPlaced'))
    const { printed, ended } = start(command, '--watch', '--root', join(folder, name))
    await printed(/error\s+not-found/)
    expect(await ended).toEqual([2, null])
  })
})

describe('a port that another program has', { timeout: 60_000 }, () => {
  let other: Server
  let port: number

  beforeEach(async () => {
    other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    port = (other.address() as AddressInfo).port
  })

  afterEach(() => {
    other.close()
  })

  it.each(['--serve', '--serve --watch'])('is named with what to do: %s', async (options) => {
    writeFileSync(contracts, contract('OrderPlaced'))
    const { printed, ended } = docs(...options.split(' '), '--port', String(port))
    await printed(new RegExp(String.raw`error\s+Port ${port} is taken by another program\.`))
    await printed(/--port/)
    expect(await ended).toEqual([2, null])
  })
})
